import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { RoomData } from '../edge/room-data.ts';
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
