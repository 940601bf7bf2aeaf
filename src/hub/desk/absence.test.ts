import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SeatId } from '../../shared/ids.ts';
import { absentSeats, type SeatLink } from './absence.ts';

const seat = (n: number): SeatId => SeatId.parse(`seat-${n}`);
const link = (n: number, up: boolean, since: number): SeatLink => ({
  seat: seat(n),
  state: up ? 'here' : 'gone',
  since,
});
const AFTER = 600_000;

it('holds a seat gone when it has been away long enough among connected others', () => {
  const others = [1, 2, 3].map((n) => link(n, true, 0));
  const links = [...others, link(4, false, 1_000)];
  expect(absentSeats(links, 1_000 + AFTER - 1, AFTER)).toEqual([]);
  expect(absentSeats(links, 1_000 + AFTER, AFTER)).toEqual([seat(4)]);
});

it('begins anew when the others come back after a restart of the broker', () => {
  const restart = 5_000_000;
  const links = [...[1, 2, 3].map((n) => link(n, true, restart)), link(4, false, restart - 1_000)];
  expect(absentSeats(links, restart + AFTER - 1, AFTER)).toEqual([]);
  expect(absentSeats(links, restart + AFTER, AFTER)).toEqual([seat(4)]);
});

it('never holds a seat gone that nobody vouches for', () => {
  expect(absentSeats([link(1, false, 0)], 10 * AFTER, AFTER)).toEqual([]);
});

it('holds nobody gone while half of the others or fewer are connected', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.integer({ min: 1, max: 40 }), (ups, downs) => {
      fc.pre(ups <= downs - 1);
      const links = Array.from({ length: ups + downs }, (_, n) => link(n, n < ups, 0));
      expect(absentSeats(links, AFTER, AFTER)).toEqual([]);
    }),
  );
});

it('takes nobody’s word from the broker alone: who is only retained vouches for none and is not gone', () => {
  const unsure = [1, 2, 3].map((n): SeatLink => ({ seat: seat(n), state: 'unsure', since: 0 }));
  expect(absentSeats([...unsure, link(4, false, 0)], 10 * AFTER, AFTER)).toEqual([]);
});

it('forgets seats that have not been here for a shift', () => {
  const now = 13 * 3_600_000;
  const links = [link(1, true, 0), link(2, false, now - AFTER), ...[3, 4, 5].map((n) => link(n, false, 0))];
  expect(absentSeats(links, now, AFTER)).toContain(seat(2));
});
