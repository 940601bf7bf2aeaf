import { expect, test } from 'vitest';
import type { PersonId, SeatId } from '../ids.ts';
import { instant } from '../wire/time.ts';
import { promiseAtRisk } from './promise.ts';

const NOON = Date.UTC(2026, 10, 24, 11);
const by = { seat: 'seat-01' as SeatId, person: 'perrin' as PersonId };
const due = (minutes: number, keptAt?: number) => ({
  callback: {
    due: instant(NOON + minutes * 60_000),
    by,
    ...(keptAt === undefined ? {} : { keptAt: instant(keptAt) }),
  },
});

test.each([
  ['at the limit', due(10), 'near 10'],
  ['soon', due(2.5), 'near 3'],
  ['now', due(0), 'near 0'],
  ['just over', due(-0.5), 'broken 0'],
  ['over', due(-61), 'broken 61'],
])('speaks %s', (_name, ticket, said) => {
  const advice = promiseAtRisk(ticket, NOON);
  expect(`${advice?.state} ${advice?.minutes}`).toBe(said);
});

test.each([
  ['while there is time', due(10.1)],
  ['when it was promised a moment ago', due(15)],
  ['without a promise', {}],
  ['once it was kept', due(5, NOON)],
  ['once it was kept, though late', due(-30, NOON)],
])('is silent %s', (_name, ticket) => expect(promiseAtRisk(ticket, NOON)).toBeUndefined());
