import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsIn, MINIMA } from './widths.ts';

const wanted = { start: 344, end: 504 };

test('ends are as wide as they are wanted while the middle has its least', () => {
  expect(endsIn(1366, wanted)).toEqual(wanted);
  expect(endsIn(344 + 504 + MINIMA.middle, wanted)).toEqual(wanted);
});

test('in less room each gives of what it has to spare, and no more than that', () => {
  const { start, end } = endsIn(1004, wanted);
  expect(start + end).toBeCloseTo(1004 - MINIMA.middle);
  expect(start).toBeCloseTo(344 - 64 / 2);
  expect(endsIn(800, wanted)).toEqual({ start: MINIMA.start, end: MINIMA.end });
  expect(endsIn(1, { start: 200, end: 300 })).toEqual({ start: 200, end: 300 });
});

test('whatever room there was between, the same room gives the same widths, and the middle its least where it can', () => {
  const width = fc.integer({ min: 280, max: 900 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000 }), width, width, (room, start, more) => {
      const ends = endsIn(room, { start, end: more + 120 });
      const least = MINIMA.start + MINIMA.middle + MINIMA.end;
      if (room >= least) expect(room - ends.start - ends.end).toBeGreaterThanOrEqual(MINIMA.middle - 1e-6);
      expect(ends.start).toBeGreaterThanOrEqual(MINIMA.start - 1e-6);
      expect(ends.end).toBeGreaterThanOrEqual(MINIMA.end - 1e-6);
    }),
  );
});
