import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LampPlaces, RoomLightingPlan } from '../../src/shared/lighting/published.ts';
import { CabinetProgram } from '../../src/shared/wire/cabinet-program.ts';
import { filters, idsOf } from '../../src/shared/wire/topic.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { shippedPlan } from '../support/plan.ts';
import { smallDictionaries, smallStreets } from '../support/small-city.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-programmes-'));
const file = join(dir, 'plan.yaml');
let broker: TestBroker;
let hub: TestHub;
const clients: MqttClient[] = [];

/** The gateways of a city that has just been switched on: what they are told, and how often. */
class Gateways {
  readonly programs = new Map<string, CabinetProgram>();
  heard = 0;

  static async connect(): Promise<Gateways> {
    const gateways = new Gateways();
    const client = await connectAs('city');
    client.on('message', (topic, payload) => {
      const [cabinet = ''] = idsOf(filters.cabinetPrograms, topic) ?? [];
      gateways.heard += 1;
      gateways.programs.set(cabinet, CabinetProgram.parse(JSON.parse(payload.toString())));
    });
    await client.subscribeAsync(filters.cabinetPrograms, { qos: 1 });
    return gateways;
  }
}
async function connectAs(username: string): Promise<MqttClient> {
  const client = await connectAsync(broker.url, {
    protocolVersion: 5,
    username,
    password: broker.secrets[username]!,
  });
  clients.push(client);
  return client;
}
function start(): TestHub {
  return startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir: join(dir, 'hub'),
    dictionaries: smallDictionaries,
    streets: smallStreets,
    config: { lighting: { plan: file } },
  });
}
/** Written at once, as an editor does. */
const edit = (...changes: readonly (readonly [string, string])[]) =>
  writeFileSync(
    file,
    changes.reduce((text, [from, to]) => text.replace(from, to), readFileSync(file, 'utf8')),
  );

beforeAll(async () => {
  writeFileSync(file, shippedPlan());
  broker = await startBroker({ seats: ['seat-01'] });
  hub = start();
  await hub.waitReady();
});
afterAll(async () => {
  for (const client of clients) await client.endAsync(true);
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

test('every cabinet has its programme, a gateway that starts without the hub too; a hub that starts anew sends none again', async () => {
  const first = await Gateways.connect();
  await until('six programmes', () => first.programs.size === 6 || undefined);
  const lamps = [...first.programs.values()].flatMap(({ groups }) => groups.flatMap((group) => group.lamps));
  expect(new Set(lamps).size).toBe(120);
  await hub.kill();
  const second = await Gateways.connect();
  await until('six programmes', () => second.programs.size === 6 || undefined);
  expect(second.programs).toEqual(first.programs);

  const before = first.heard;
  const wakes = [...first.programs.values()].filter(({ presence }) =>
    presence.some(({ id }) => id === 'rue'),
  );
  expect(wakes.length).toBeGreaterThan(1);
  hub = start();
  await hub.waitReady();
  // The change that follows comes after whatever the start has sent.
  edit(['version: 1', 'version: 2'], ['from: "23:30", presence: rue', 'from: "23:40", presence: rue']);
  await until('the change', () => first.heard >= before + wakes.length || undefined);
  expect(first.heard).toBe(before + wakes.length);
  const changed = [...first.programs.values()].flatMap(({ controlPrograms }) => controlPrograms);
  expect(changed.some(({ steps }) => steps.some(({ from }) => from === '23:40'))).toBe(true);
}, 60_000);

test('a seat finds the plan, where each lamp stands in it, and a fault of the file beside the plan in force', async () => {
  const seat = await connectAs('seat-01');
  const rooms: RoomLightingPlan[] = [];
  const places = new Map<string, LampPlaces>();
  seat.on('message', (topic, payload) => {
    const value: unknown = JSON.parse(payload.toString());
    if (topic.includes('/lightingPlan/')) rooms.push(RoomLightingPlan.parse(value));
    else {
      const one = LampPlaces.parse(value);
      places.set(one.id, one);
    }
  });
  await seat.subscribeAsync(['room/v1/data/lightingPlan/+', 'room/v1/data/lampPlaces/+'], { qos: 1 });
  await until('both districts', () => places.size === 2 || undefined);
  expect(places.get('01')?.groups).toHaveLength(60);
  edit(['version: 2', 'version: 3'], ['level: 100 }', 'level: 1000 }']);
  const told = await until('the fault', () => rooms.find(({ refused }) => refused !== undefined));
  expect(told.plan?.version).toBe(2);
  expect(told.refused?.faults[0]).toMatch(/^plan\.yaml:\d+:\d+: .*level/);
}, 30_000);
