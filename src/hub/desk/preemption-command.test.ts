import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { Preemption, preemptionId } from '../../shared/lamp/preemption.ts';
import { loadPreemptions, writePreemptions } from '../lighting/command/preemption-file.ts';

let room: TestDesk;
const order = (n: number) => ({ id: `019ab2c9-51d0-7b52-8a10-2f6c9e4d1b0${n}` as never });
const id = preemptionId(order(1), order(2));
const preemption = Preemption.parse({
  ...{ v: 1, id, of: 'p-1', by: 'p-2', asked: 20, left: 20, back: 0 },
  order: { key: order(1).id, street: 'rue Monge', until: '2026-11-24T20:00:00.000Z' },
  ...{ at: '2026-11-24T18:00:00.000Z', until: '2026-11-24T19:00:00.000Z' },
});
const write = (left: number) =>
  room.store.write((unit) =>
    writePreemptions(unit, [{ preemption: { ...preemption, left }, parts: {} }], room.shown),
  );
const seen = async (seat: string, person: string) => {
  const make = await room.signIn(seat, person);
  return room.ask(
    seat,
    make({ op: 'preemption.seen', target: { type: 'preemption', id }, exp: 0, args: {} }),
  );
};
const told = async () => (await loadPreemptions(room.store.db, room.clock.now)).map((one) => one.seen);

beforeEach(async () => {
  room = await openTestDesk();
  await write(20);
});
afterEach(() => room.close());

it('is put away by whose order it was, at whatever seat, and by nobody else', async () => {
  expect(await seen('seat-02', 'p-2')).toMatchObject([{ code: 'FORBIDDEN', field: 'target.id' }]);
  expect(await told()).toEqual([false]);
  expect(await seen('seat-01', 'p-1')).toMatchObject([{ code: 'OK' }]);
  expect(await told()).toEqual([true]);
});

it('comes back when more lamps have gone since, and not for less', async () => {
  await seen('seat-01', 'p-1');
  await write(20);
  expect(await told()).toEqual([true]);
  await write(30);
  expect(await told()).toEqual([false]);
});
