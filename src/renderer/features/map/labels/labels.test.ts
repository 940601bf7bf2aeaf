import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CanvasView } from '../layer/view.ts';
import { boundsOf, type StreetLine } from '../streets.ts';
import { stretches } from './along.ts';
import { planLabels } from './label-plan.ts';
import { Occupancy } from './occupancy.ts';

const path = (...points: readonly number[]) => Float64Array.from(points);

describe('occupancy', () => {
  test('a place is taken once', () => {
    const occupancy = new Occupancy(200, 200);
    expect(occupancy.claim({ x: 100, y: 100, width: 80, height: 18 })).toBe(true);
    expect(occupancy.claim({ x: 130, y: 104, width: 80, height: 18 })).toBe(false);
    expect(occupancy.claim({ x: 100, y: 140, width: 80, height: 18 })).toBe(true);
  });
  test('what would stick out of the picture is refused', () =>
    expect(new Occupancy(200, 200).claim({ x: 190, y: 100, width: 80, height: 18 })).toBe(false));
  test('a turned slab takes the ground it covers and no other', () => {
    const occupancy = new Occupancy(200, 200);
    occupancy.block({ x: 100, y: 100, width: 120, height: 12, angle: Math.PI / 2 });
    expect(occupancy.claim({ x: 150, y: 100, width: 50, height: 12 })).toBe(true);
    expect(occupancy.claim({ x: 100, y: 150, width: 50, height: 12 })).toBe(false);
  });
  test('slabs that were both granted do not overlap', () => {
    const slab = fc.record({
      x: fc.nat(300),
      y: fc.nat(300),
      width: fc.integer({ min: 10, max: 120 }),
      height: fc.integer({ min: 10, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(slab, { maxLength: 30 }), (slabs) => {
        const occupancy = new Occupancy(300, 300);
        const granted = slabs.filter((s) => occupancy.claim(s));
        for (const [i, a] of granted.entries())
          for (const b of granted.slice(i + 1))
            expect(
              Math.abs(a.x - b.x) * 2 >= a.width + b.width || Math.abs(a.y - b.y) * 2 >= a.height + b.height,
            ).toBe(true);
      }),
    );
  });
});

describe('stretches of a street', () => {
  test('the first is in its middle, the others step outward', () =>
    expect([...stretches(path(0, 0, 400, 0), 100, 120)].map(({ x, angle }) => [x, angle])).toEqual([
      [200, 0],
      [320, 0],
      [80, 0],
    ]));
  test('text is never upside down', () => {
    const [stretch] = stretches(path(400, 100, 0, 0), 100, 120);
    expect(Math.abs(stretch!.angle)).toBeLessThan(Math.PI / 2);
  });
  test('no name is written round a corner', () =>
    expect([...stretches(path(0, 0, 100, 0, 100, 100), 150, 500)]).toEqual([]));
  test('a street shorter than its name has no room', () =>
    expect([...stretches(path(0, 0, 50, 0), 100, 10)]).toEqual([]));
});

describe('the plan of names', () => {
  const view = (zoom: number): CanvasView => ({
    zoom,
    scale: 1_000,
    originX: 0,
    originY: 0,
    width: 1_000,
    height: 1_000,
    pixelRatio: 1,
    perMetre: 0.4,
  });
  const street = (name: string, y: number, rank: StreetLine['rank'], length = 2_000): StreetLine => {
    const line = path(0.1, y, 0.9, y);
    return { name, rank, length, path: line, bounds: boundsOf(line) };
  };
  const plan = (zoom: number, streets: readonly StreetLine[]) =>
    planLabels(
      view(zoom),
      streets,
      [{ name: 'Dijon', x: 0.5, y: 0.5, weight: 1 }],
      new Occupancy(1_000, 1_000),
      (text) => text.length * 8,
    ).map(({ text, kind }) => `${kind} ${text}`);

  test('far out communes, close by streets', () => {
    const streets = [street('avenue Foch', 0.2, 'main'), street('rue Monge', 0.7, 'minor', 300)];
    expect(plan(12, streets)).toEqual(['place Dijon']);
    expect(plan(14, streets)).toEqual(['place Dijon', 'street avenue Foch']);
    expect(plan(15.5, streets)).toEqual(['street avenue Foch']);
    expect(plan(17, streets)).toEqual(['street avenue Foch', 'street rue Monge']);
  });
  test('a quarter is named between its commune and its streets', () => {
    const named = (zoom: number) =>
      planLabels(
        view(zoom),
        [],
        [{ name: 'Clemenceau', x: 0.5, y: 0.5, weight: 0, isQuarter: true }],
        new Occupancy(1_000, 1_000),
        () => 80,
      ).map(({ kind }) => kind);
    expect([12, 14, 16, 17].map(named)).toEqual([[], ['quarter'], ['quarter'], []]);
  });
  test('two streets on one line get one name between them', () =>
    expect(plan(17, [street('rue Longue', 0.5, 'main'), street('rue Longue', 0.505, 'main')])).toEqual([
      'street rue Longue',
    ]));
});
