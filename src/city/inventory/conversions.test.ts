import { expect, it } from 'vitest';
import { measuresOf, recordOf } from './conversions.ts';

it('has what hung there before for most streets and not for all, the same for a whole street', () => {
  const luminaire = { kind: 'LED', power: 42, height: 7 } as const;
  const of = (street: string) => recordOf(21, { street, luminaire });
  const records = Array.from({ length: 1_000 }, (_, n) => of(`street-${n}`));
  const known = records.filter(({ powerBefore }) => powerBefore !== undefined);
  expect(known.length).toBeGreaterThan(700);
  expect(known.length).toBeLessThan(840);
  expect(new Set(known.map(({ powerBefore }) => powerBefore))).toEqual(new Set([83]));
  expect(of('street-7')).toEqual(records[7]);
});

it('has luminaires with a meter, with a power alone and with neither, as old as they are', () => {
  const kinds = Array.from({ length: 1_000 }, (_, n) => measuresOf(21, { street: `street-${n}` }));
  const count = (power: boolean, meter: boolean) =>
    kinds.filter((one) => one.power === power && one.meter === meter).length;
  expect(count(false, false)).toBeGreaterThan(50);
  expect(count(true, false)).toBeGreaterThan(150);
  expect(count(true, true)).toBeGreaterThan(500);
  expect(count(false, true)).toBe(0);
});
