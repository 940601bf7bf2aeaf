import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RoomUnit } from '../../src/shared/unit/model.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { TestFleet } from '../support/test-fleet.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-units-'));
let broker: TestBroker;
let hub: TestHub;
let seat: ForeignSeat;
let fleet: TestFleet;
/** units as seats are told of them */
const roomUnits = new Map<string, RoomUnit>();

const launch = async () => {
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir });
  await hub.waitReady();
};

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
  await launch();
  seat = await ForeignSeat.connect(broker.url, 'seat-01', broker.secrets['seat-01']);
  seat.client.on('message', (topic, payload) => {
    if (!topic.startsWith('room/v1/data/unit/') || payload.length === 0) return;
    const unit = RoomUnit.parse(JSON.parse(payload.toString()));
    roomUnits.set(unit.id, unit);
  });
  await seat.client.subscribeAsync('room/v1/data/unit/+', { qos: 1 });
  // Of an hour ago, so that something may have been done in it and be heard late.
  const session = { session: v7(), person: 'p-1', openedAt: instant(Date.now() - 3_600_000) };
  seat.session = (await seat.command({ op: 'session.adopt', args: session })).session;
  fleet = await TestFleet.connect(broker.url, broker.secrets.city);
  for (const unit of ['PM 12', 'PM 07']) await fleet.report(unit, { position: [5.0391, 47.3226] });
  await until('the room knows both units', () => roomUnits.has('PM 12') && roomUnits.has('PM 07'));
});
afterAll(async () => {
  await fleet.close();
  await seat.close();
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

/** A ticket that the seat has claimed. */
async function claimed(): Promise<string> {
  const id = v7();
  await seat.insist(seat.on('ticket.create', id, 0, draft()));
  await seat.insist(seat.on('ticket.claim', id, 1));
  return id;
}
const assignment = (ticket: string, unit: string) =>
  seat
    .tickets()
    .get(ticket as never)
    ?.assignments?.find((one) => one.unit === unit);
const becomes = (ticket: string, unit: string, state: string) =>
  until(`${unit} ${state}`, () => assignment(ticket, unit)?.state === state);

it('a unit is told of its assignment and answers to the end; its owner’s commands never conflict with that', async () => {
  const id = await claimed();
  await seat.insist(seat.on('ticket.assign', id, 2, { units: ['PM 12'] }));
  const order = await fleet.order('PM 12');
  expect(order).toMatchObject({ ticket: id, order: 'go', priority: draft().priority });
  expect(roomUnits.get('PM 12')).toMatchObject({ callSign: 'PM 12', position: [5.0391, 47.3226] });
  for (const said of ['accepted', 'onSite', 'done'] as const) {
    await fleet.answer('PM 12', order, said);
    await becomes(id, 'PM 12', said);
  }
  const closed = await seat.insist(seat.on('ticket.close', id, 3, { outcome: 'unfounded' }));
  expect(closed).toMatchObject({ code: 'OK', ticket: { state: 'closed' } });
  expect(fleet.told.filter(({ order: { ticket } }) => ticket === id)).toHaveLength(1);
});

it('with the hub away: what a unit answers meanwhile is heard, and what was assigned too long ago is never told', async () => {
  const id = await claimed();
  await seat.insist(seat.on('ticket.assign', id, 2, { units: ['PM 07'] }));
  const order = await fleet.order('PM 07');
  await hub.kill();
  // Nobody hears it: the report, which the broker retains, says it again.
  await fleet.answer('PM 07', order, 'accepted');
  const answers = [{ cmd: order.cmd, ticket: id, answer: 'accepted', at: instant(Date.now()) }];
  await fleet.report('PM 07', { status: 'enRoute', answers });
  const longAgo = instant(Date.now() - 150_000);
  const late = { ...seat.on('ticket.assign', id, 3, { units: ['PM 12'] }), madeAt: longAgo };
  const toldBefore = fleet.told.length;
  const reply = seat.insist(late);
  await launch();
  expect(await reply).toMatchObject({ code: 'OK' });
  await becomes(id, 'PM 07', 'accepted');
  await becomes(id, 'PM 12', 'untold'); // the answer may be heard before the command

  // Told again by its owner, in time: that one comes, and nothing came before it.
  await seat.insist(seat.on('ticket.assign', id, 4, { units: ['PM 12'] }));
  const again = await until('PM 12 is told', () =>
    fleet.told.slice(toldBefore).find(({ unit }) => unit === 'PM 12'),
  );
  expect(again.order.cmd).not.toBe(late.cmd);
  expect(fleet.told.slice(toldBefore).map(({ unit }) => unit)).toEqual(['PM 12']);
  await fleet.answer('PM 12', again.order, 'refused', 'pneu crevé');
  await becomes(id, 'PM 12', 'refused');
  expect(seat.tickets().get(id as never)).toMatchObject({ state: 'inProgress', units: ['PM 07'] });
});
