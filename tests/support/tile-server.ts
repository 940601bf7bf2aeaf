import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TileAddress } from '../../src/shared/geo/tile.ts';

/** What a request was, as far as tests look at it. */
export interface TileRequest {
  readonly tile: TileAddress;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

export interface TestTileServer {
  /** `http://127.0.0.1:PORT/{z}/{x}/{y}.png` */
  readonly template: string;
  readonly requests: readonly TileRequest[];
  /** Answers otherwise from now on. */
  answer(handle: (request: TileRequest, response: ServerResponse) => void): void;
  /** Ends it with all its connections: nobody answers at its port any more. */
  stop(): Promise<void>;
}

/** A real tile server on this machine. */
export async function startTileServer(
  first: (request: TileRequest, response: ServerResponse) => void,
): Promise<TestTileServer> {
  let handle = first;
  const requests: TileRequest[] = [];
  const server = createServer((incoming, response) => {
    const [, z, x, y] = /^\/(\d+)\/(\d+)\/(\d+)\.png/.exec(incoming.url ?? '') ?? [];
    const request: TileRequest = {
      tile: { z: Number(z), x: Number(x), y: Number(y) },
      url: incoming.url ?? '',
      headers: incoming.headers,
    };
    requests.push(request);
    handle(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    template: `http://127.0.0.1:${port}/{z}/{x}/{y}.png`,
    requests,
    answer: (next) => {
      handle = next;
    },
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
