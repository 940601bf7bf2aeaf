import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { timeOf } from '../../src/city/clock/city-clock.ts';
import { findMosquitto, prepareBroker } from '../broker/prepare.ts';
import { freePort, listening } from './ports.ts';
import { Program } from './program.ts';

/** The first is opened with the room; the second may be, with the configuration that lies beside it. */
const CONSOLES = ['14', '15'] as const;
const SEATS = Array.from({ length: 75 }, (_, i) => `seat-${String(i + 1).padStart(2, '0')}`);

export interface DemoRoom {
  /** configuration of the console */
  readonly seatConfig: string;
  /** broker, hub and city, in the order they were started */
  readonly programs: readonly Program[];
}

const resource = (name: string): string => join(import.meta.dirname, '../../resources', name);

/** Settings of the city's configuration. */
interface DemoLife {
  readonly clock?: { readonly start: string };
  readonly [key: string]: unknown;
}

/** How the city of the demo lives. @param isNew the room has not been started before: its queue is empty */
const demoCity = (isNew: boolean): DemoLife => ({
  // A lighting demo by day would show 34,000 dark lamps.
  clock: { start: '03:00' },
  requests: { backlog: isNew ? 30 : 0, ringsPerHour: 20 },
  // As many faults as a well-kept city has on one night.
  lamps: {
    faulty: 0.001,
    stuckOn: 0.0004,
    quietlyDark: 0.0008,
    weak: 0.001,
    stuckCabinets: 0.004,
    // More than in any city: who follows the README is to see one.
    feedersPerHour: 1,
  },
});

/** Minutes by which the lamps of the demo live ahead of the clock. */
function aheadBy({ clock }: DemoLife): number {
  const now = Date.now();
  return clock === undefined ? 0 : Math.round((timeOf(clock.start, now) - now) / 60_000);
}

/** Writes the configurations of one demo room into a folder. Ports are free ones of this machine. */
async function configure(folder: string, city: DemoLife, cameras: number) {
  const [brokerPort, hubPort, cameraPort] = [await freePort(), await freePort(), await freePort()];
  const broker = prepareBroker({ folder: join(folder, 'broker'), port: brokerPort, seats: SEATS });
  const brokers = [`mqtt://127.0.0.1:${brokerPort}`];
  const write = (name: string, content: object): string => {
    const path = join(folder, `${name}.yaml`);
    writeFileSync(path, stringify(content), { mode: 0o600 });
    return path;
  };
  const secret = (user: string): string => {
    const path = join(folder, `${user}.password`);
    writeFileSync(path, broker.secrets[user] ?? '', { mode: 0o600 });
    return path;
  };
  const inventory = join(folder, 'inventory');
  const consoles = CONSOLES.map((label) => {
    const seat = `seat-${label}`;
    return write(seat, {
      seat,
      label,
      brokers,
      username: seat,
      passwordFile: secret(seat),
      video: { origins: [`http://127.0.0.1:${cameraPort}`] },
      dataDir: join(folder, seat),
    });
  });
  return {
    brokerPort,
    brokerConfig: broker.configFile,
    city: write('city', {
      brokers,
      username: 'city',
      passwordFile: secret('city'),
      ...city,
      inventory,
      cameras: { port: cameraPort, cache: join(folder, 'cameras'), count: cameras, control: true },
    }),
    hub: write('hub', {
      store: join(folder, 'hub.db'),
      mqtt: { brokers, username: 'hub', passwordFile: secret('hub') },
      inventory: join(inventory, 'lamps.ndjson'),
      cabinets: join(inventory, 'cabinets.ndjson'),
      crossings: join(inventory, 'crossings.ndjson'),
      streets: join(inventory, 'streets.ndjson'),
      ground: join(inventory, 'ground.ndjson'),
      landmarks: join(inventory, 'landmarks.ndjson'),
      cameras: join(inventory, 'cameras.ndjson'),
      people: parse(readFileSync(resource('demo/people.yaml'), 'utf8')),
      // The demo's lamps report each quarter of an hour.
      lighting: {
        silentAfterHours: 0.75,
        plan: resource('lighting/plan.yaml'),
        aheadMinutes: aheadBy(city),
        // A demo is looked at for minutes: what is at fault is found as soon as clocks and gateways allow.
        judge: {
          darkMinutes: 1,
          burningMinutes: 1,
          powerMinutes: 1,
          programMarginMinutes: 3,
          togetherMinutes: 1,
        },
      },
      energy: {
        carryHours: 0.75,
        euros: { perKwh: 0.2, source: 'exemple de la démonstration', since: '2026-01-01' },
        co2: { perKwh: 0.05, source: 'exemple de la démonstration', since: '2026-01-01' },
      },
      http: { port: hubPort },
    }),
    seat: consoles[0]!,
  };
}

/**
 * Starts broker, hub and city in `folder`, which keeps what they know for the next time.
 * @param life further settings of the city's configuration
 * @param cameras how many of the demo cameras
 * @param started is given each program as it is started, the one that prepares the city too: for whoever is told to end
 * meanwhile
 * @throws Error with what a program said where it ended at once
 */
export async function startDemoRoom(
  folder: string,
  life: DemoLife = demoCity(!existsSync(join(folder, 'hub.db'))),
  cameras = 12,
  started: Program[] = [],
): Promise<DemoRoom> {
  mkdirSync(folder, { recursive: true });
  const files = await configure(folder, life, cameras);
  const mosquitto = findMosquitto();
  if (mosquitto === undefined) throw new Error('mosquitto is not installed: run npm run setup');

  const begin = (name: string, command: string, args: readonly string[], log?: string): Program => {
    const program = new Program({ name, command, args, ...(log === undefined ? {} : { log }) });
    started.push(program);
    return program;
  };
  const prepare = ['src/city/main.ts', '--config', files.city, '--prepare'];
  if ((await begin('preparation', process.execPath, prepare).ended) !== 0)
    throw new Error('the demo city could not be prepared');

  const run = (name: string, command: string, args: readonly string[]): Program =>
    begin(name, command, args, join(folder, 'logs', `${name}.log`));
  const broker = run('broker', mosquitto, ['-c', files.brokerConfig]);
  if (!(await listening(files.brokerPort, broker.ended)))
    throw new Error(`the broker did not start:\n${broker.lastWords()}`);
  const hub = run('hub', process.execPath, ['src/hub/main.ts', '--config', files.hub]);
  const city = run('city', process.execPath, ['src/city/main.ts', '--config', files.city]);
  return { seatConfig: files.seat, programs: [broker, hub, city] };
}
