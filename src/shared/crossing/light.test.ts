import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, type Position } from '../geo/position.ts';
import type { CrossingId } from '../ids.ts';
import { CROSSING_METRES, crossingLight } from './light.ts';
import type { Crossing } from './model.ts';

/** Metres east and north of a place in Dijon. */
const at = (x: number, y: number): Position => [5.04 + x / 75_400, 47.32 + y / 111_195];
const crossing = (id: string, position: Position): Crossing => ({ id: id as CrossingId, position });
const lit = (crossings: readonly Crossing[], lamps: readonly Position[], metres: number) => {
  const { litFrom } = crossingLight(crossings, lamps);
  return lamps.map((lamp) => litFrom(lamp, metres).map((one) => String(one.crossing.id)));
};

describe('which lamps light a crossing', () => {
  const here = crossing('here', at(0, 0));

  it('those within the distance, on either side of it', () => {
    expect(lit([here], [at(-16, 3), at(14, 3), at(44, 3)], CROSSING_METRES)).toEqual([
      ['here'],
      ['here'],
      [],
    ]);
  });

  it('the nearest one where none is within the distance, and none that is twice as far', () => {
    expect(lit([here], [at(-39, 0), at(30, 0), at(31, 0)], 20)).toEqual([[], ['here'], []]);
    expect(lit([here], [at(41, 0), at(60, 0)], 20)).toEqual([[], []]);
    expect(lit([here], [at(-30.2, 0), at(30.3, 0), at(31.2, 0)], 20)).toEqual([['here'], ['here'], []]);
  });

  it('a lamp between two crossings lights both, the nearer named first', () => {
    const { litFrom } = crossingLight([here, crossing('there', at(20, 0))], [at(12, 0)]);
    expect(litFrom(at(12, 0), 20).map(({ crossing: { id }, metres }) => [id, Math.round(metres)])).toEqual([
      ['there', 8],
      ['here', 12],
    ]);
  });

  it('is nothing where no crossing, or no lamp, is known', () => {
    expect(lit([], [at(0, 0)], 20)).toEqual([[]]);
    expect(crossingLight([here], []).litFrom(at(0, 0), 20)).toEqual([]);
  });
});

const places = (most: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: -120, max: 120 }), fc.integer({ min: -120, max: 120 })), {
      minLength: 1,
      maxLength: most,
    })
    .map((all) => all.map(([x, y]) => at(x, y)));
const crossings = places(12).map((all) => all.map((position, n) => crossing(`c${n}`, position)));
const metres = fc.integer({ min: 1, max: 80 });
const isLit = (one: Crossing, lamp: Position, light: ReturnType<typeof crossingLight>, most: number) =>
  light.litFrom(lamp, most).some(({ crossing: { id } }) => id === one.id);

describe('for any city', () => {
  it('a nearer lamp is never left out while a farther one is in', () => {
    fc.assert(
      fc.property(crossings, places(25), metres, (all, lamps, most) => {
        const light = crossingLight(all, lamps);
        for (const one of all) {
          const far = (lamp: Position) => distance(lamp, one.position);
          const [among, rest] = [true, false].map((is) =>
            lamps.filter((lamp) => isLit(one, lamp, light, most) === is).map(far),
          );
          expect(Math.max(-1, ...among!)).toBeLessThan(Math.min(Infinity, ...rest!));
        }
      }),
    );
  });

  it('each lamp within the distance is one, and a crossing has one wherever there is any within twice of it', () => {
    fc.assert(
      fc.property(crossings, places(25), metres, (all, lamps, most) => {
        const light = crossingLight(all, lamps);
        for (const one of all) {
          const far = lamps.map((lamp) => distance(lamp, one.position));
          const its = lamps.map((lamp) => isLit(one, lamp, light, most));
          expect(its.filter((_, i) => far[i]! <= most)).not.toContain(false);
          expect(its.includes(true)).toBe(far.some((m) => m <= 2 * most));
          expect(its.filter((_, i) => far[i]! > 2 * most)).not.toContain(true);
        }
      }),
    );
  });

  it('is the same in whatever order lamps and crossings are listed', () => {
    fc.assert(
      fc.property(crossings, places(25), metres, (all, lamps, most) => {
        const [one, other] = [crossingLight(all, lamps), crossingLight(all.toReversed(), lamps.toReversed())];
        const ids = (light: typeof one, lamp: Position) =>
          light.litFrom(lamp, most).map(({ crossing: { id } }) => id);
        for (const lamp of lamps) expect(ids(one, lamp)).toEqual(ids(other, lamp));
      }),
    );
  });

  it('is the same asked from either side', () => {
    fc.assert(
      fc.property(crossings, places(25), metres, (all, lamps, most) => {
        const light = crossingLight(all, lamps);
        const lights = light.lights(most);
        for (const lamp of lamps) expect(lights(lamp)).toBe(light.litFrom(lamp, most).length > 0);
        for (const one of all) {
          const its = light.lampsOf(one, most);
          expect(its.toSorted((a, b) => a - b)).toEqual(
            [...lamps.keys()].filter((i) => isLit(one, lamps[i]!, light, most)),
          );
          const far = its.map((i) => distance(lamps[i]!, one.position));
          expect(far).toEqual(far.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('a lamp more leaves no crossing without light that had some', () => {
    fc.assert(
      fc.property(crossings, places(25), places(1), metres, (all, lamps, more, most) => {
        const [before, after] = [lamps, [...lamps, ...more]].map((these) => {
          const light = crossingLight(all, these);
          return all.filter((one) => these.some((lamp) => isLit(one, lamp, light, most)));
        });
        expect(after).toEqual(expect.arrayContaining(before!));
      }),
    );
  });
});
