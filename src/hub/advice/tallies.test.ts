import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { lampId } from '../../../tests/support/small-city.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { TicketEvent } from '../../shared/ticket/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { RoomData } from '../edge/room-data.ts';
import { readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';
import { AdviceTallies } from './tallies.ts';

let room: TestDesk;
let data: RoomData;
let tallies: AdviceTallies;
beforeEach(async () => {
  room = await openTestDesk();
  data = new RoomData(['adviceTally']);
  tallies = new AdviceTallies(room.store, data, () => room.clock.now);
});
afterEach(() => room.close());

const said = (rule: string) =>
  JSON.parse(data.follow(() => {}).get(`room/v1/data/adviceTally/${rule}`) ?? '{}') as Record<
    string,
    unknown
  >;

it('counts what was followed and refused, and what came of it as time passes', async () => {
  const make = await room.signIn('seat-01', 'p-1');
  const on = (op: string, id: string, exp: number, args: object, more: object = {}) =>
    make({ op, target: { type: 'ticket', id }, exp, args, ...more });
  const [one, two, three] = [v7(), v7(), v7()];
  await room.ask('seat-01', ...[one, two, three].map((id) => on('ticket.create', id, 0, draft())));
  await tallies.look();
  expect(said('duplicate')).toMatchObject({ followed: 0, refused: 0, days: 30 });

  await room.ask(
    'seat-01',
    on('ticket.merge', two, 1, { into: one }, { advice: 'duplicate' }),
    on('advice.refuse', three, 1, { rule: 'duplicate', key: one }, { motive: 'deux rues' }),
    on('ticket.claim', three, 2, {}),
  );
  await tallies.look();
  expect(said('duplicate')).toMatchObject({ followed: 0 }); // it is not looked for without a reason
  tallies.answered();
  await tallies.look();
  expect(said('duplicate')).toMatchObject({ followed: 1, open: 1, refused: 1, motives: ['deux rues'] });

  room.clock.now += 13 * 3_600_000;
  await tallies.look();
  expect(said('duplicate')).toMatchObject({ followed: 1, open: 0, met: 1 });
  room.clock.now += 30 * 86_400_000;
  await tallies.look();
  expect(said('duplicate')).toMatchObject({ followed: 0, refused: 0 });
});

it('reads what happened later for a rule that asks for it: lamps are met when they are observed', async () => {
  const make = await room.signIn('seat-01', 'p-1');
  const id = v7() as TicketId;
  await room.ask(
    'seat-01',
    make({ op: 'ticket.create', target: { type: 'ticket', id }, exp: 0, args: draft() }),
  );
  const set = make({
    op: 'lamp.set',
    target: { type: 'lamps', ids: [lampId('rue Monge', 0), lampId('rue Monge', 1)] },
    args: { level: 1, until: instant(room.clock.now + 1_800_000), ticket: id },
    expiresAt: instant(room.clock.now + 30_000),
    advice: 'relight',
  });
  expect((await room.ask('seat-01', set))[0]?.code).toBe('OK');
  await tallies.look();
  expect(said('relight')).toMatchObject({ followed: 1, open: 1 });

  const commanded = (await room.events()).find(({ type }) => type === 'lamp.commanded');
  const light = { ...commanded?.light, observed: 2 } as NonNullable<TicketEvent['light']>;
  await room.store.write(async (unit) => {
    const ticket = await readTicket(unit.tx, id);
    const decided = { ok: true, type: 'lamp.observed', version: 1, patch: {}, light } as const;
    await record(unit, id, ticket, decided, { at: instant(room.clock.now) });
  });
  tallies.answered();
  await tallies.look();
  expect(said('relight')).toMatchObject({ followed: 1, open: 0, met: 1 });
});
