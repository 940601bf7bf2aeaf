import { expect, it } from 'vitest';
import { leftOffAt, mapFreshness } from './map-freshness.ts';

const NOW = 1_795_000_000_000;
const lamps = { known: 900, total: 1_000, newest: NOW - 4_000 };
const slots = [0, 1, 2];
/** @param s seconds ago, for each slot */
const ages = (...s: (number | undefined)[]) =>
  new Map(s.flatMap((age, slot) => (age === undefined ? [] : [[slot, NOW - age * 1_000] as const])));
const of = (news: ReadonlyMap<number, number>, lost = false) => mapFreshness(lamps, slots, news, lost, NOW);

it('is as old as the latest report of its lamps, not as what the hub made of it', () => {
  expect(of(ages(1, 29, 12))).toEqual({ kind: 'live', known: 900, total: 1_000, reportedMs: 4_000 });
  expect(of(ages(-3, -3, -3))).toMatchObject({ kind: 'live' });
});

it('says when the room answers and no lamp reports: sooner where many should', () => {
  const quiet = (known: number, seconds: number) =>
    mapFreshness({ known, total: 34_000, newest: NOW - seconds * 1_000 }, slots, ages(1, 2, 3), false, NOW);
  expect(quiet(33_995, 119)).toMatchObject({ kind: 'live' });
  expect(quiet(33_995, 121)).toEqual({ kind: 'silent', since: NOW - 121_000 });
  expect(quiet(120, 590)).toMatchObject({ kind: 'live' });
  expect(quiet(120, 610)).toMatchObject({ kind: 'silent' });
  // None has ever reported: there is no age to tell.
  expect(mapFreshness({ known: 0, total: 9, newest: 0 }, slots, ages(1, 2, 3), false, NOW)).toEqual({
    kind: 'live',
    known: 0,
    total: 9,
  });
});

it('says of how many districts nothing comes while the hub lives, and since when', () => {
  expect(of(ages(1, 2, 46))).toEqual({ kind: 'partial', silent: 1, districts: 3, since: NOW - 46_000 });
  expect(of(ages(1, 2))).toEqual({ kind: 'partial', silent: 1, districts: 3 });
  expect(of(ages(1, 400))).toEqual({ kind: 'partial', silent: 2, districts: 3, since: NOW - 400_000 });
});

it('stands still when nothing comes at all, or the hub is lost, since its last news', () => {
  expect(of(ages(46, 60, 50))).toEqual({ kind: 'stale', since: NOW - 60_000 });
  expect(of(ages(1, 20, 2), true)).toEqual({ kind: 'stale', since: NOW - 20_000 });
  // One that had been silent before makes the others no older.
  expect(of(ages(3_600, 86_400, 3_610), true)).toEqual({ kind: 'stale', since: NOW - 3_610_000 });
});

it('is empty without lamps, or without a word of any', () => {
  expect(of(new Map())).toEqual({ kind: 'empty' });
  expect(mapFreshness({ known: 0, total: 0, newest: 0 }, [], ages(1), false, NOW)).toEqual({ kind: 'empty' });
  // A district that was removed has no lamps and is waited for no more.
  expect(mapFreshness(lamps, [0], ages(1, 900), false, NOW)).toMatchObject({ kind: 'live' });
});

it('says of one district from when what is known is: with the hub gone at once, else when it has missed a frame', () => {
  expect(leftOffAt(NOW - 44_000, false, NOW)).toBeUndefined();
  expect(leftOffAt(NOW - 45_000, false, NOW)).toBe(NOW - 45_000);
  expect(leftOffAt(NOW - 1_000, true, NOW)).toBe(NOW - 1_000);
  expect(leftOffAt(undefined, false, NOW)).toBe(0);
});
