import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { timeOf } from '../../src/city/clock/city-clock.ts';
import { Alarm } from '../../src/shared/alarm/model.ts';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { LampFaultGroup } from '../../src/shared/lamp/fault/group.ts';
import type { Streetlight } from '../../src/shared/lamp/streetlight.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { Field } from '../support/field.ts';
import { ForeignSeat } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/until.ts';

const LAMPS = 12;
const district = Dictionary.parse({
  v: 1,
  district: '01',
  name: 'Monge',
  dictVersion: 1,
  lamps: Array.from({ length: LAMPS }, (_, i) => ({
    id: `L-${i}`,
    position: [5.04 + i / 10_000, 47.32],
    street: 'rue Monge',
    commune: 'Dijon',
    cabinet: 'ARM-01',
    circuit: 'ARM-01-1',
  })),
});
const all = Array.from({ length: LAMPS }, (_, i) => i);

const dir = mkdtempSync(join(tmpdir(), 'vigie-judged-'));
let broker: TestBroker;
let hub: TestHub;
let field: Field;
let seat: ForeignSeat;
/** topic → what is retained there */
const heard = new Map<string, unknown>();

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
  field = await Field.connect(broker.url, broker.secrets.city);
  const now = Date.now();
  hub = startHub({
    brokerUrl: broker.url,
    ...(broker.secrets.hub === undefined ? {} : { password: broker.secrets.hub }),
    dir,
    dictionaries: [district],
    config: {
      lighting: {
        faultSettleSeconds: 1,
        faultQuietSeconds: 1,
        // It is noon for these lamps, whenever this runs.
        aheadMinutes: Math.round((timeOf('12:00', now) - now) / 60_000),
        judge: { burningMinutes: 0, programMarginMinutes: 0, sunMarginMinutes: 0, togetherMinutes: 0.02 },
      },
    },
  });
  seat = await ForeignSeat.connect(broker.url, 'seat-01', broker.secrets['seat-01']);
  seat.client.on('message', (topic, payload) => {
    if (payload.length === 0) heard.delete(topic);
    else if (topic.startsWith('room/v1/data/')) heard.set(topic, JSON.parse(payload.toString()));
  });
  await seat.client.subscribeAsync(['room/v1/data/alarm/+', 'room/v1/data/lampFaultGroup/+'], { qos: 1 });
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

/** Gateways say what they measure, and that all is well. */
const say = (on: boolean) =>
  field.say(
    all.map(
      (i) =>
        ({
          id: `L-${i}`,
          type: 'Streetlight',
          powerState: on ? 'on' : 'off',
          illuminanceLevel: on ? 0.8 : 0,
          status: 'ok',
          observationDateTime: new Date().toISOString(),
        }) as Streetlight,
    ),
  );
const of = <T>(kind: string, schema: { parse(value: unknown): T }): readonly T[] =>
  [...heard].flatMap(([topic, value]) =>
    topic.startsWith(`room/v1/data/${kind}/`) ? [schema.parse(value)] : [],
  );

it('a street that burns by day, of which no lamp says anything, is one entry of the list, one alarm and one ticket, until it is dark', async () => {
  await say(true);
  const group = await until('told in the list', () => of('lampFaultGroup', LampFaultGroup)[0]);
  expect(group).toMatchObject({ lamps: LAMPS, fed: LAMPS, cabinet: 'ARM-01', streets: ['rue Monge'] });
  const alarm = await until('an alarm', () => of('alarm', Alarm)[0]);
  expect(alarm).toMatchObject({ active: true, lamps: LAMPS, cabinets: ['ARM-01'] });
  const tickets = await seat.snapshot();
  expect(tickets.map(({ id }) => id)).toEqual([alarm.ticket]);
  expect(tickets[0]).toMatchObject({ service: 'lighting', source: { kind: 'fault' } });

  await say(false);
  await until('no longer in the list', () => of('lampFaultGroup', LampFaultGroup).length === 0);
  await until('the alarm returned', () => of('alarm', Alarm)[0]?.active === false);
  expect(await seat.snapshot()).toHaveLength(1);
});
