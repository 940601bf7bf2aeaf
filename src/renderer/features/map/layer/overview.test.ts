import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LampView } from '../painter/lamp-painter.ts';
import { ALL_SIGNS, lookWith, markIn, ringIn } from '../painter/look.ts';
import { Mark, Ring } from '../painter/mark.ts';
import { overview, SQUARE } from './overview.ts';

/** A world of 1,000 pixels, of which a corner is seen. */
const view: LampView = {
  scale: 1_000,
  originX: 0,
  originY: 0,
  width: 280,
  height: 280,
  radius: 4,
  pixelRatio: 1,
  shown: ALL_SIGNS,
};
type Lamp = readonly [x: number, y: number, look: number];
const columns = (lamps: readonly Lamp[]) => ({
  x: Float64Array.from(lamps, ([x]) => x / 1_000),
  y: Float64Array.from(lamps, ([, y]) => y / 1_000),
  look: Uint8Array.from(lamps, ([, , look]) => look),
});
const signs = (lamps: readonly Lamp[], shown = ALL_SIGNS) => [...overview(columns(lamps), view, shown).look];
const plain = (mark: Mark) => lookWith(mark, Ring.none);

describe('overview', () => {
  test('a square is drawn at the mean of its light, in its midst', () => {
    const { x, y, look } = overview(
      columns([
        [1, 1, plain(Mark.level4)],
        [13, 13, plain(Mark.level2)],
        [SQUARE + 1, 1, plain(Mark.off)],
      ]),
      view,
      ALL_SIGNS,
    );
    expect([...look]).toEqual([plain(Mark.level3), plain(Mark.off)]);
    for (const at of [x[0]!, y[0]!, x[1]! - SQUARE / 1_000])
      expect(Math.abs(at * 1_000 - SQUARE / 2)).toBeLessThan(SQUARE / 4);
  });

  test('one fault among many is seen, and says more than silence', () => {
    const lit: Lamp[] = Array.from({ length: 200 }, () => [3, 3, plain(Mark.level4)]);
    expect(signs([...lit, [4, 4, plain(Mark.noNews)], [5, 5, plain(Mark.fault)]])).toEqual([
      plain(Mark.level4),
      plain(Mark.fault),
    ]);
  });

  test('one lamp that burns keeps its square from being drawn as off', () => {
    const off: Lamp[] = Array.from({ length: 50 }, () => [3, 3, plain(Mark.off)]);
    expect(signs([...off, [3, 3, plain(Mark.level1)]])).toEqual([plain(Mark.level1)]);
  });

  test('a command that was not followed stands for its square, presence for none', () => {
    expect(
      signs([
        [3, 3, lookWith(Mark.level3, Ring.override)],
        [3, 3, lookWith(Mark.level3, Ring.behind)],
        [3, 3, lookWith(Mark.level3, Ring.presence)],
        [30, 3, lookWith(Mark.level3, Ring.presence)],
      ]),
    ).toEqual([lookWith(Mark.level3, Ring.behind), plain(Mark.level3)]);
  });

  test('what is hidden is not summed', () => {
    const shown = { ...ALL_SIGNS, marks: 0xff & ~(1 << Mark.fault) };
    expect(signs([[3, 3, plain(Mark.fault)]], shown)).toEqual([]);
  });

  const coordinate = fc.double({ min: -100, max: 400, noNaN: true });
  const lamp = fc.tuple(coordinate, coordinate, fc.nat(6), fc.nat(5));
  test('every fault in the picture lies in a square that shows one, and no other square does', () => {
    fc.assert(
      fc.property(fc.array(lamp, { maxLength: 80 }), (drawn) => {
        const lamps = drawn.map(([x, y, mark, ring]): Lamp => [x, y, lookWith(mark as Mark, ring as Ring)]);
        const { x, y, look } = overview(columns(lamps), view, ALL_SIGNS);
        const squareOf = (px: number, py: number) => `${Math.floor(px / SQUARE)} ${Math.floor(py / SQUARE)}`;
        const shown = [...look].flatMap((sign, n) =>
          markIn(sign) === Mark.fault ? [squareOf(x[n]! * 1_000, y[n]! * 1_000)] : [],
        );
        const expected = columns(lamps);
        const faults = lamps.flatMap(([, , sign], n) => {
          const [px, py] = [expected.x[n]! * 1_000, expected.y[n]! * 1_000];
          const [right, bottom] = [px, py].map((at) => Math.floor(at / SQUARE) * SQUARE);
          const inside = px >= 0 && py >= 0 && right! < 280 && bottom! < 280;
          return inside && markIn(sign) === Mark.fault ? [squareOf(px, py)] : [];
        });
        expect(shown.toSorted()).toEqual([...new Set(faults)].toSorted());
        expect([...look].every((sign) => ringIn(sign) !== Ring.presence)).toBe(true);
      }),
    );
  });
});
