import { expect, it } from 'vitest';
import { SeatId } from '../../shared/ids.ts';
import { Seats } from './seats.ts';

const SEAT = SeatId.parse('seat-01');

it('a seat comes with its first word, and again after its will or a silence; not with each word', () => {
  const clock = { now: 0 };
  const seats = new Seats(() => clock.now);
  seats.linkUp();
  const says = (up: boolean, live = true) => seats.heard(SEAT, up, live);
  // What the broker had retained proves nobody there.
  expect([says(true, false), says(true), says(true)]).toEqual([false, true, false]);
  clock.now = 10_000;
  expect([says(true), says(false), says(true)]).toEqual([false, false, true]);
  clock.now = 60_000;
  expect(says(true)).toBe(true);
});
