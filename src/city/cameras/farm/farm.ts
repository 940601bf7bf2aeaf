import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from '../../../node/process/listen.ts';
import type { CameraLoops } from '../loops/prepare.ts';
import { handleControl, isControlPath } from './control.ts';
import type { CameraFault } from './fault.ts';
import { bitRates } from './playlist.ts';
import { parsePath } from './resource.ts';
import { respond } from './respond.ts';
import { answer, notFound, restarted, type StreamState } from './stream.ts';
import type { FarmSwitches } from './switches.ts';

/** Second 0 of every stream that was never restarted: a farm's own restart goes unnoticed by players. */
const EPOCH = Date.UTC(2026, 0, 1);

export interface CameraFarmOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly loops: readonly CameraLoops[];
  /** ms since 1970; the system's clock when left out. */
  readonly now?: () => number;
  /** Opens `/control` to programs on this machine. */
  readonly control?: boolean;
}

export interface CameraFarm extends FarmSwitches {
  /** Such as `http://127.0.0.1:8890`; streams are at `/<cameraId>/index.m3u8` below it. */
  readonly origin: string;
  readonly port: number;
  /** Ends every connection, also those of hanging requests. */
  close(): Promise<void>;
}

/** Serves each camera's loops as endless live HLS. @throws ListenError where the address can't be had */
export async function startCameraFarm(options: CameraFarmOptions): Promise<CameraFarm> {
  const { host, port, now = Date.now, control = false } = options;
  const loops = new Map(options.loops.map((camera) => [camera.id, camera]));
  const states = new Map<string, StreamState>();
  // Streams change second at different moments, so that their players don't all ask at once.
  options.loops.forEach(({ id }, i) => {
    states.set(id, { epoch: EPOCH + ((i * 137) % 1000), generation: 0 });
  });

  const change = (id: string, update: (state: StreamState) => StreamState) => {
    const state = states.get(id);
    if (state === undefined) throw new RangeError(`no camera ${JSON.stringify(id)}`);
    states.set(id, update(state));
  };
  const switches = {
    setFault: (id: string, kind: CameraFault | undefined) =>
      change(id, ({ epoch, generation }) =>
        kind === undefined ? { epoch, generation } : { epoch, generation, fault: { kind, since: now() } },
      ),
    restart: (id: string) => change(id, (state) => restarted(state, now())),
    statuses: () =>
      Array.from(loops.values(), ({ id, main }) => {
        const { fault, generation } = states.get(id)!;
        return {
          id,
          fault: fault?.kind,
          restarts: generation,
          bitRate: Math.round(bitRates(main).average / 1000),
        };
      }),
  };

  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').split('?')[0]!;
    if (control && isControlPath(path)) return void handleControl(request, response, path, switches);
    const asked = parsePath(path);
    const camera = asked && loops.get(asked.cameraId);
    const state = asked && states.get(asked.cameraId);
    if (!asked || !camera || !state) return respond(request, response, notFound());
    respond(request, response, answer(camera, state, asked.resource, now()));
  };

  const server = createServer(serve);
  await listen(server, { host, port }, 'cameras.port');
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    ...switches,
    origin: `http://${name}:${address.port}`,
    port: address.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
