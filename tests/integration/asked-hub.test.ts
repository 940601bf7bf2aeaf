import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepDay } from '../../src/hub/energy/keep.ts';
import { endAlarm, keepAlarm } from '../../src/hub/past/alarms.ts';
import { PAGE_BYTES } from '../../src/hub/query/pages.ts';
import { openStore } from '../../src/hub/store/store.ts';
import type { Alarm } from '../../src/shared/alarm/model.ts';
import { NOTHING, unpacked } from '../../src/shared/energy/sums.ts';
import type { AlarmId } from '../../src/shared/ids.ts';
import { type Day, dayOf, daysAfter } from '../../src/shared/lighting/local-time.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-asked-'));
const HOUR = 3_600_000;
const NOW = Date.now();
const [DAYS, STREETS] = [5, 600];
const before = (days: number): Day => daysAfter(dayOf(NOW, 'Europe/Paris'), -days);
const [FIRST, LAST] = [before(DAYS), before(1)];
let broker: TestBroker;
let hub: TestHub;
let seat: TestSeat;

const launch = async () => {
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir: join(dir, 'hub') });
  await hub.waitReady();
};
/** What a hub has counted before today, and an alarm of last night. */
async function history(): Promise<void> {
  mkdirSync(join(dir, 'hub'));
  const store = await openStore(join(dir, 'hub', 'hub.db'), v7);
  await store.write(async ({ tx }) => {
    for (let n = DAYS; n >= 1; n--) {
      const street = { ...NOTHING, lamps: 24, known: 24, meter: n };
      const streets = Array.from({ length: STREETS }, (_, i) => [`rue ${i}`, street] as const);
      await keepDay(tx, before(n), new Map([['01', new Map(streets)]]));
    }
    const place = { street: 'rue Monge', position: [5.0365, 47.3186], label: 'rue Monge' };
    const facts = { id: 'cabinet ARM-1', title: 'Armoire sans alimentation', priority: 2, place, lamps: 20 };
    const alarm = { ...facts, active: true, raisedAt: instant(NOW - 5 * HOUR) } as unknown as Alarm;
    await keepAlarm(tx, alarm);
    await endAlarm(tx, alarm.id as AlarmId, instant(NOW - 3 * HOUR));
  });
  await store.close();
}
const hubIs = (kind: 'up' | 'lost') =>
  until(`the hub is ${kind}`, async () => (await seat.request('link.state')).hub.kind === kind);
const signIn = async (person: string) =>
  expect(await seat.request('session.open', { person, proof: '' })).toEqual({ ok: true, code: 'OK' });
const dayBy = (day: Day) => seat.request('energy.read', { by: 'day', from: day, to: day });
const lastNight = (hours = 24) => seat.request('desk.past', { from: NOW - hours * HOUR, to: NOW + HOUR });

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
  await history();
  await launch();
  const password = broker.secrets['seat-01'];
  seat = await startSeat({ seat: 'seat-01', brokerUrl: broker.url, password, dir: join(dir, 'seat') });
  await hubIs('up');
}, 40_000);
afterAll(async () => {
  await seat.stop();
  await hub.kill();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('nobody is told before somebody has signed in, and not who may not', async () => {
  expect(await dayBy(LAST)).toEqual({ kind: 'noSession' });
  expect(await lastNight()).toEqual({ kind: 'noSession' });
  await signIn('p-5');
  expect(await lastNight()).toEqual({ kind: 'refused', code: 'FORBIDDEN' });
});

it('an answer of several pages comes whole and in order; who asks for too much is refused', async () => {
  await signIn('p-1');
  const year = await seat.request('energy.read', { by: 'streetDay', from: FIRST, to: LAST });
  if (year.kind !== 'found') throw new Error(year.kind);
  expect(JSON.stringify(year.rows).length).toBeGreaterThan(PAGE_BYTES);
  expect(year.rows.map(({ at, street }) => `${at} ${street}`)).toEqual(
    Array.from({ length: DAYS }, (_, n) => before(DAYS - n)).flatMap((day) =>
      Array.from({ length: STREETS }, (_, i) => `${day} rue ${i}`),
    ),
  );
  const long = await seat.request('energy.read', { by: 'streetDay', from: before(9), to: LAST });
  expect(long).toEqual({ kind: 'refused', code: 'INVALID' });
  expect(await lastNight(60)).toEqual({ kind: 'refused', code: 'INVALID' });
});

it('tickets and alarms of a night come together, by the hub’s own word', async () => {
  const id = v7();
  await seat.request('desk.act', { op: 'ticket.create', ticket: id, exp: 0, args: draft() as never });
  await until('the hub has it', async () => (await seat.request('desk.snapshot')).outbox.length === 0);
  expect(await lastNight()).toMatchObject({
    kind: 'found',
    tickets: [{ id, priorities: [{ priority: 3 }] }],
    alarms: [{ id: 'cabinet ARM-1', returnedAt: instant(NOW - 3 * HOUR) }],
  });
});

it('questions that wait for a hub held up each get their own answer when it goes on', async () => {
  process.kill(hub.pid, 'SIGSTOP');
  const answers = Promise.all([dayBy(FIRST), dayBy(LAST), lastNight(4)]);
  await seat.request('desk.snapshot'); // answered after the questions were sent
  expect(await Promise.race([answers, 'none yet'])).toBe('none yet');
  process.kill(hub.pid, 'SIGCONT');
  const [first, last, night] = await answers;
  const used = ({ rows }: { rows: readonly { readonly sums: readonly number[] }[] }) =>
    rows.map(({ sums }) => unpacked(sums).meter);
  expect([first, last].map((one) => one.kind === 'found' && used(one))).toEqual([
    [DAYS * STREETS],
    [STREETS],
  ]);
  expect(night).toMatchObject({ kind: 'found', alarms: [{ id: 'cabinet ARM-1' }] });
});

it('a hub that goes before it has answered is said to be away at once, and the same question is answered later', async () => {
  process.kill(hub.pid, 'SIGSTOP');
  const asked = dayBy(LAST);
  await seat.request('desk.snapshot');
  await hub.kill();
  expect(await asked).toEqual({ kind: 'away' });
  expect(await lastNight()).toEqual({ kind: 'away' });
  await launch();
  await hubIs('up');
  expect(await dayBy(LAST)).toMatchObject({ kind: 'found' });
});
