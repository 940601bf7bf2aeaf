import { expect, it } from 'vitest';
import { recordOf } from './conversions.ts';

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
