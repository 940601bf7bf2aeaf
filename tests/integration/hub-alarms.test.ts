import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Alarm } from '../../src/shared/alarm/model.ts';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import type { Streetlight } from '../../src/shared/lamp/streetlight.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { Field } from '../support/field.ts';
import { ForeignSeat } from '../support/foreign-seat.ts';
import { type HubStart, startHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/until.ts';

const CABINETS = 34;
const EACH = 100;
const lampId = (i: number) => `L-${i}`;
/** One feeder: cabinets in a row, each lights a street of the next one's too. */
const feeder = Dictionary.parse({
  v: 1,
  district: '01',
  name: 'Monge',
  dictVersion: 1,
  lamps: Array.from({ length: CABINETS * EACH }, (_, i) => {
    const cabinet = Math.floor(i / EACH);
    return {
      id: lampId(i),
      position: [5 + i / 100_000, 47.3],
      street: `rue ${i % EACH < EACH / 2 ? cabinet : cabinet + 1}`,
      commune: 'Dijon',
      cabinet: `ARM-${String(cabinet).padStart(2, '0')}`,
      circuit: `ARM-${String(cabinet).padStart(2, '0')}-${i % 2}`,
    };
  }),
});

const dir = mkdtempSync(join(tmpdir(), 'vigie-alarms-'));
let start: HubStart;
let broker: TestBroker;
let hub: TestHub;
let field: Field;
let seat: ForeignSeat;
const alarms = new Map<string, Alarm>();
let shown = 0;

const report = (i: number, works: boolean): Streetlight =>
  ({
    id: lampId(i),
    type: 'Streetlight',
    powerState: works ? 'on' : 'off',
    illuminanceLevel: works ? 0.6 : 0,
    status: works ? 'ok' : 'defectiveLamp',
    observationDateTime: new Date().toISOString(),
  }) as Streetlight;
const all = Array.from({ length: CABINETS * EACH }, (_, i) => i);
const the = (): Alarm => [...alarms.values()][0]!;
const is = (state: Alarm['state']) =>
  until(`the alarm ${state}`, () => (alarms.size > 0 && the().state === state ? the() : undefined));

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
  field = await Field.connect(broker.url, broker.secrets.city);
  start = {
    brokerUrl: broker.url,
    ...(broker.secrets.hub === undefined ? {} : { password: broker.secrets.hub }),
    dir,
    dictionaries: [feeder],
    config: { lighting: { faultSettleSeconds: 2, faultQuietSeconds: 1, faultLongestSeconds: 30 } },
  };
  hub = startHub(start);
  seat = await ForeignSeat.connect(broker.url, 'seat-01', broker.secrets['seat-01']);
  seat.client.on('message', (topic, payload) => {
    if (!topic.startsWith('room/v1/data/alarm/')) return;
    shown += 1;
    if (payload.length === 0) return void alarms.delete(topic);
    alarms.set(topic, Alarm.parse(JSON.parse(payload.toString())));
  });
  await seat.client.subscribeAsync('room/v1/data/alarm/+', { qos: 1 });
  await hub.waitReady();
  await seat.signIn('p-1');
});

afterAll(async () => {
  await seat.close();
  await field.close();
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('3,400 lamps out on one feeder are one alarm and one ticket, acknowledged by one gesture, over a restart', async () => {
  await field.say(all.map((i) => report((i * 1_117) % all.length, false)));
  const alarm = await is('unacknowledged');
  expect(alarm).toMatchObject({
    title: '3\u202f400 lampadaires en panne',
    lamps: 3_400,
    source: { kind: 'street' },
    priority: 2,
    occurrences: 1,
  });
  expect(alarm.cabinets).toHaveLength(CABINETS);

  const version = alarm.version;
  const reply = await seat.command({
    op: 'alarm.acknowledge',
    target: { type: 'alarm', id: alarm.id },
    exp: version,
    args: {},
  });
  expect(reply).toMatchObject({ code: 'OK', alarm: { state: 'acknowledged' } });
  await is('acknowledged');
  const tickets = await seat.snapshot();
  expect(tickets.map(({ id }) => id)).toEqual([alarm.ticket]);
  expect(tickets[0]).toMatchObject({ kind: 'feederFault', acknowledgedBy: { person: 'p-1' } });

  await hub.kill();
  hub = startHub(start);
  await hub.waitReady();
  expect(the().state).toBe('acknowledged');
});

it('which return to normal with the last lamp that reports well, and not before', async () => {
  await field.say(all.slice(1).map((i) => report(i, true)));
  expect(the().state).toBe('acknowledged');
  const before = shown;
  await field.say([report(0, true)]);
  expect(await is('normal')).toMatchObject({ active: false, occurrences: 1 });
  expect(shown).toBeGreaterThan(before);
  expect(alarms.size).toBe(1);
  expect(await seat.snapshot()).toHaveLength(1);
});
