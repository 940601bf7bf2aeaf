import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, type Position } from '../../geo/position.ts';
import { tripStops } from './trip.ts';

const travel = (place: Position) => (from: Position) =>
  ({ metres: distance(from, place), by: 'straight' }) as const;
const group = (id: string, lamps: number, metres: number) => ({
  id,
  cause: 'light' as const,
  lamps,
  position: [5 + metres / 75_900, 47] as Position,
});

describe('the trip that repairs most', () => {
  it('begins with most lamps, and goes on where most are repaired for the way', () => {
    const groups = [
      group('far', 30, 9_000),
      group('start', 40, 0),
      group('near', 2, 500),
      group('next', 9, 900),
    ];
    const stops = [...tripStops(groups, travel)];
    expect(stops.map((stop) => stop.group)).toEqual(['start', 'next', 'near', 'far']);
    expect(stops[0]!.metres).toBe(0);
    expect(stops[1]!.metres).toBeCloseTo(900, -2);
  });

  it('leaves out what the grid has lost: no crew of the city brings a feeder back', () => {
    const dead = [
      { ...group('feeder', 1_176, 0), cause: 'feeder' as const },
      { ...group('cabinet', 49, 200), cause: 'noSupply' as const },
    ];
    expect([...tripStops([...dead, group('lamp', 1, 900)], travel)].map((stop) => stop.group)).toEqual([
      'lamp',
    ]);
  });

  it('is none without faults', () => expect([...tripStops([], travel)]).toEqual([]));

  it('is the same whatever the order of the list, and calls nowhere twice', () => {
    const groups = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 4 }),
        lamps: fc.integer({ min: 1, max: 9 }),
        at: fc.integer({ min: 0, max: 5_000 }),
      }),
      { selector: ({ id }) => id, maxLength: 20 },
    );
    fc.assert(
      fc.property(groups, (list) => {
        const wanted = list.map(({ id, lamps, at }) => group(id, lamps, at));
        const stops = [...tripStops(wanted, travel)];
        expect([...tripStops(wanted.toReversed(), travel)]).toEqual(stops);
        expect(new Set(stops.map((stop) => stop.group)).size).toBe(Math.min(12, list.length));
      }),
    );
  });
});
