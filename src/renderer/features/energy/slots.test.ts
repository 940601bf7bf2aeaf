import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOTHING, packed } from '../../../shared/energy/sums.ts';
import type { Day } from '../../../shared/lighting/local-time.ts';
import { type Instant, instant } from '../../../shared/wire/time.ts';
import { daySlots, hourSlots, monthSlots, roundTop } from './slots.ts';

const asOf = '2026-11-29T11:24:00.000Z' as Instant;
const hour = (n: number) => ({ at: instant(Date.UTC(2026, 10, 29, n)), sums: { ...NOTHING, baseline: n } });

it('one hour that was counted stands in its place among the 24, the others are not counted', () => {
  const slots = hourSlots({ hours: [hour(8), hour(10)], asOf });
  expect(slots).toHaveLength(24);
  expect(slots.map(({ sums }) => sums?.baseline).filter((kwh) => kwh !== undefined)).toEqual([8, 10]);
  expect(slots.at(-1)).toMatchObject({ at: hour(10).at, sums: { baseline: 10 } });
  expect(slots.at(-2)?.sums).toBeUndefined();
  expect(slots[0]?.at).toBe(hour(-13).at);
});

it('days are those of the room’s clock, the one that runs with them', () => {
  const days = [{ day: '2026-11-27' as Day, sums: NOTHING }];
  const slots = daySlots({ days, asOf: '2026-11-29T23:30:00.000Z' as Instant }, 7, 'Europe/Paris');
  expect(slots.map(({ at }) => at.slice(8))).toEqual(['24', '25', '26', '27', '28', '29', '30']);
  expect(slots.filter(({ sums }) => sums !== undefined).map(({ at }) => at)).toEqual(['2026-11-27']);
});

it('twelve months stand there over the turn of a year, each with its days added up', () => {
  const row = (at: string) => ({ at: at as Day, sums: [...packed({ ...NOTHING, baseline: 2 })] });
  const slots = monthSlots([row('2026-01-03'), row('2026-01-04'), row('2025-12-31')], '2025-12-01' as Day);
  expect(slots.map(({ at }) => at)).toEqual([
    '2025-12',
    ...Array.from({ length: 11 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`),
  ]);
  expect(slots.map(({ sums }) => sums?.baseline).slice(0, 3)).toEqual([2, 4, undefined]);
});

it('a scale ends at a round figure that nothing is above, and not far above', () => {
  expect([0.3, 0.0021, 7, 20, 21, 4_999, 5_001, 0].map(roundTop)).toEqual([
    0.5, 0.005, 10, 20, 50, 5_000, 10_000, 1,
  ]);
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (most) => {
      const top = roundTop(most);
      expect(top).toBeGreaterThanOrEqual(most * (1 - 1e-9));
      expect(top).toBeLessThanOrEqual(most * 2.5001);
    }),
  );
});
