import { expect, it } from 'vitest';
import type { Position } from '../../../shared/geo/position.ts';
import { travelTo } from '../../../shared/geo/route.ts';
import { streetGraph } from '../../../shared/geo/street-graph.ts';
import { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import { streetFacts } from '../../../shared/lighting/place-lamps.ts';
import { skeletonOf } from './skeleton.ts';

const lamp = (street: string, n: number, position: Position) =>
  DictionaryLamp.parse({ id: `${street}-${n}`, position, street, commune: 'Dijon' });
const M = 1 / 111_195;
const LON = M / Math.cos((47.32 * Math.PI) / 180);
/** Twenty lamps on both sides of a street to the east, and ten of one that leaves its end to the north. */
const along = Array.from({ length: 20 }, (_, n) =>
  lamp('rue Longue', n, [5 + Math.floor(n / 2) * 30 * LON, 47.32 + (n % 2) * 9 * M]),
);
const north = Array.from({ length: 10 }, (_, n) =>
  lamp('rue Haute', n, [5 + 270 * LON, 47.32 + (40 + n * 30) * M]),
);
/** The long street goes on beyond it. */
const further = Array.from({ length: 6 }, (_, n) =>
  lamp('rue Longue', 30 + n, [5 + (300 + 30 * Math.floor(n / 2)) * LON, 47.32 + (n % 2) * 9 * M]),
);
const elsewhere = lamp('rue Longue', 99, [5.02, 47.32]);

const pieces = skeletonOf([...along, ...north, elsewhere]);

it('follows streets, once for both sides, and joins them where they meet', () => {
  const lengths = Map.groupBy(pieces, ({ properties }) => properties.name);
  const total = (name: string) =>
    lengths.get(name)!.reduce((sum, { properties }) => sum + properties.length, 0);
  expect(total('rue Longue')).toBeGreaterThan(265);
  expect(total('rue Longue')).toBeLessThan(330);
  expect(total('rue Haute')).toBeLessThan(320);
  expect(pieces.every(({ properties }) => properties.commune === 'Dijon')).toBe(true);
  const travel = travelTo(streetGraph(pieces), [5, 47.32]);
  const { by, metres } = travel(north.at(-1)!.position, 'car');
  expect(by).toBe('streets');
  expect(metres).toBeGreaterThan(550);
  expect(metres).toBeLessThan(640);
});

it('has a junction where one street ends at another, which safety floors go by', () => {
  const { nearJunction } = streetFacts(skeletonOf([...along, ...north, ...further]));
  expect(nearJunction([5 + 270 * LON, 47.32], 12)).toBe(true);
  expect(nearJunction([5 + 100 * LON, 47.32], 12)).toBe(false);
});

it('has a junction where two streets cross of which neither ends there, and travel times turn there', () => {
  const across = Array.from({ length: 12 }, (_, n) =>
    lamp('rue Haute', n, [5 + 135 * LON, 47.32 + (n * 30 - 170) * M]),
  );
  const crossing = skeletonOf([...along, ...across]);
  const { nearJunction } = streetFacts(crossing);
  expect(nearJunction([5 + 135 * LON, 47.32 + 4 * M], 12)).toBe(true);
  expect(nearJunction([5 + 60 * LON, 47.32], 12)).toBe(false);
  const { metres } = travelTo(streetGraph(crossing), [5, 47.32])(across.at(-1)!.position, 'car');
  expect(metres).toBeGreaterThan(270);
  expect(metres).toBeLessThan(320);
});

it('runs in the middle of a boulevard whose lamps are staggered on its two sides', () => {
  const boulevard = Array.from({ length: 40 }, (_, n) =>
    lamp('boulevard', n, [5 + n * 15 * LON, 47.32 + (n % 2 === 0 ? 12 : -12) * M]),
  );
  const lines = skeletonOf(boulevard);
  const length = lines.reduce((sum, { properties }) => sum + properties.length, 0);
  expect(length).toBeGreaterThan(560);
  expect(length).toBeLessThan(600);
  for (const [, lat] of lines.flatMap(({ geometry }) => geometry.coordinates))
    expect(Math.abs(lat - 47.32) / M).toBeLessThan(5);
});

it('is the same whatever the order of lamps', () => {
  expect(skeletonOf([elsewhere, ...north, ...along].toReversed())).toEqual(pieces);
});

it('of no lamps, and of lamps without a street, there is none', () => {
  expect(skeletonOf([])).toEqual([]);
  expect(skeletonOf([lamp('', 1, [5, 47])])).toEqual([]);
});
