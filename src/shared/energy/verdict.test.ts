import { expect, it } from 'vitest';
import { targetVerdict } from './verdict.ts';

const share = { value: 72.8, off: 1.8 };

it('does not judge by a quarter of an hour of deep night, nor by a day of half the lamps', () => {
  expect(targetVerdict(share, 65, { known: (100 * 17) / 60, lamps: 100 })).toEqual({
    kind: 'early',
    hours: 17 / 60,
  });
  expect(targetVerdict(share, 65, { known: 50 * 24, lamps: 100 })).toMatchObject({ kind: 'early' });
  expect(targetVerdict(share, 65, { known: 0, lamps: 0 })).toEqual({ kind: 'early', hours: 0 });
});

it('says met or missed after a whole night only where the uncertainty allows it', () => {
  const counted = { known: 24 * 100, lamps: 100 };
  expect(targetVerdict(share, 65, counted)).toEqual({ kind: 'met' });
  expect(targetVerdict(share, 72, counted)).toEqual({ kind: 'unsure' });
  expect(targetVerdict(share, 75, counted)).toEqual({ kind: 'missed' });
});
