import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CameraFarm } from '../../src/city/cameras/farm/farm.ts';
import type { Camera } from '../../src/shared/camera/model.ts';
import { JournalEntry } from '../../src/shared/wire/journal.ts';
import { startBroker, type TestBroker } from './broker.ts';
import { type Cable, layCable } from './cable.ts';
import { type ConsoleOptions, openConsole, type RunningConsole } from './console.ts';
import { Field } from './field.ts';
import { ForeignSeat } from './foreign-seat.ts';
import { type HubStart, startHub, type TestHub } from './hub.ts';
import { smallDictionaries, smallLandmarks, smallStreets } from './small-city.ts';
import { catalogued, demoCameras, startTestCameras } from './test-cameras.ts';

export interface RoomOptions {
  /** seats of consoles and of foreign clients */
  readonly seats?: readonly string[];
  /** how many cameras the farm films; none where absent */
  readonly cameras?: number;
  /** the catalogue, given the farm's origin; the farm's cameras where absent */
  readonly catalogue?: (farm: string) => readonly Camera[];
  /** origins that seats may play from, beside the farm's */
  readonly origins?: readonly string[];
  /** further keys of each seat's configuration */
  readonly seat?: Readonly<Record<string, unknown>>;
  /** further parts of the hub: people, another city */
  readonly hub?: Partial<HubStart>;
}

export interface RoomHub {
  /** What its own journal holds of an action, oldest first. */
  journal(action: string): readonly JournalEntry[];
  /** Holds it still in the middle of whatever it does: what is sent meanwhile waits. */
  pause(): void;
  resume(): void;
  /** kill -9 */
  kill(): Promise<void>;
  restart(): Promise<void>;
}

/** A small room with a real broker, a real hub, and clients that are none of ours. */
export interface Room {
  readonly broker: TestBroker;
  /** the hub as it runs now */
  readonly hub: RoomHub;
  readonly farm: CameraFarm | undefined;
  readonly field: Field;
  readonly folder: string;
  /** @returns a foreign client at another seat, somebody signed in */
  colleague(seat: string, person: string): Promise<ForeignSeat>;
  /** @returns the seat's configuration file */
  config(seat: string): string;
  /** the cable between a seat's console and the broker; foreign clients have none */
  cable(seat: string): Cable;
  open(seat: string, options?: Omit<ConsoleOptions, 'config'>): Promise<RunningConsole>;
  stop(): Promise<void>;
}

function known<T>(map: ReadonlyMap<string, T>, seat: string): T {
  const found = map.get(seat);
  if (found === undefined) throw new RangeError(`no seat ${seat} in this room`);
  return found;
}

/** Read beside the running hub, so that the journal is judged by what is on the disk. */
function readJournal(file: string, action: string): readonly JournalEntry[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = db.prepare("SELECT json FROM journal WHERE writer = 'hub' AND action = ? ORDER BY n");
  const entries = rows.all(action).map(({ json }) => JournalEntry.parse(JSON.parse(String(json))));
  db.close();
  return entries;
}

/** Starts a room; each part can be killed and started again, and everything ends with `stop`. */
export async function startRoom(options: RoomOptions = {}): Promise<Room> {
  const { seats = ['seat-01', 'seat-02'], cameras = 0, origins = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), 'vigie-room-'));
  const [broker, farm] = await Promise.all([
    startBroker({ seats }),
    cameras === 0 ? undefined : startTestCameras(cameras),
  ]);
  const films = demoCameras.slice(0, cameras);
  const catalogue =
    options.catalogue?.(farm?.origin ?? '') ?? films.map((camera) => catalogued(camera, farm?.origin ?? ''));
  const start: HubStart = {
    brokerUrl: broker.url,
    ...(broker.secrets.hub === undefined ? {} : { password: broker.secrets.hub }),
    dir: join(folder, 'hub'),
    dictionaries: smallDictionaries,
    streets: smallStreets,
    landmarks: smallLandmarks,
    cameras: catalogue,
    ...options.hub,
  };
  const running: { hub: TestHub } = { hub: startHub(start) };
  const [field] = await Promise.all([
    Field.connect(broker.url, broker.secrets.city),
    running.hub.waitReady(),
  ]);
  for (const { id } of films) await field.cameraUp(id);

  const cables = new Map<string, Cable>();
  for (const seat of seats) cables.set(seat, await layCable(broker.port));
  const cable = (seat: string): Cable => known(cables, seat);
  const configs = new Map(
    seats.map((seat) => {
      const passwordFile = join(folder, `${seat}.password`);
      writeFileSync(passwordFile, broker.secrets[seat] ?? '', { mode: 0o600 });
      const file = join(folder, `${seat}.yaml`);
      const content = {
        seat,
        label: seat.replace('seat-', ''),
        brokers: [cable(seat).url],
        username: seat,
        passwordFile,
        video: { origins: [...(farm === undefined ? [] : [farm.origin]), ...origins] },
        ...options.seat,
      };
      writeFileSync(file, JSON.stringify(content)); // JSON is YAML too
      return [seat, file] as const;
    }),
  );
  const config = (seat: string): string => known(configs, seat);
  const colleagues: ForeignSeat[] = [];
  const consoles: RunningConsole[] = [];
  return {
    broker,
    hub: {
      journal: (action) => readJournal(join(folder, 'hub', 'hub.db'), action),
      pause: () => void process.kill(running.hub.pid, 'SIGSTOP'),
      resume: () => void process.kill(running.hub.pid, 'SIGCONT'),
      kill: () => running.hub.kill(),
      async restart() {
        running.hub = startHub(start);
        await running.hub.waitReady();
      },
    },
    farm,
    field,
    folder,
    async colleague(seat, person) {
      const client = await ForeignSeat.connect(broker.url, seat, broker.secrets[seat]);
      colleagues.push(client);
      await client.signIn(person);
      return client;
    },
    config,
    cable,
    async open(seat, more) {
      const console = await openConsole({ config: config(seat), ...more });
      consoles.push(console);
      return console;
    },
    async stop() {
      await Promise.all(consoles.map((console) => console.close()));
      await Promise.all([field.close(), ...colleagues.map((seat) => seat.close()), farm?.close()]);
      await running.hub.kill();
      await Promise.all([...cables.values()].map((each) => each.unplug()));
      await broker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
