import { expect, test } from 'vitest';
import type { LightingReach } from '../../../shared/lighting/reach.ts';
import { lateCabinets } from './late-cabinets.ts';

const minute = Date.parse('2026-11-29T02:10:00.000Z');
const lacks = (cabinet: string, time: string, code?: string) =>
  ({
    cabinet,
    since: `2026-11-29T02:${time}.000Z`,
    ...(code && { code }),
  }) as LightingReach['lacking'][number];

test('right after a plan was published nobody is late: they are counted, not named', () => {
  const lacking = ['A', 'B'].map((id) => lacks(id, '10:20'));
  expect(lateCabinets({ cabinets: 850, taken: 10, lacking }, minute)).toEqual({
    late: [],
    others: 0,
    fresh: 840,
  });
});

test('who lacks it for a minute is late, and who refuses it at once', () => {
  const lacking = [lacks('A', '07:00'), lacks('B', '09:40'), lacks('C', '10:10', 'TOO_LONG')];
  const { late, others, fresh } = lateCabinets({ cabinets: 10, taken: 5, lacking }, minute);
  expect(late.map(({ cabinet, lasts }) => [cabinet, lasts])).toEqual([
    ['A', 180_000],
    ['C', -10_000],
  ]);
  expect([others, fresh]).toEqual([0, 3]);
});

test('where all who are named are late, others may be', () =>
  expect(lateCabinets({ cabinets: 9, taken: 2, lacking: [lacks('A', '01:00')] }, minute)).toMatchObject({
    others: 6,
    fresh: 0,
  }));
