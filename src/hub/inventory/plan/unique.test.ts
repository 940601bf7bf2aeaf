import { expect, it } from 'vitest';
import { oneForEach } from './unique.ts';

it('one number in two files is likely two things: the report says how to tell them apart, and in one file not', () => {
  const mends: (string | undefined)[] = [];
  const rows = (...at: readonly string[]) => at.map((place, i) => ({ at: place, id: '12', said: i }));
  for (const [one, other] of [
    ['dijon.csv:7', 'chenove.csv:3'],
    ['dijon.geojson#7', 'chenove.geojson#7'],
    ['dijon.csv:7', 'dijon.csv:12'],
  ] as const)
    oneForEach(rows(one, other), ({ kind, mend }) => {
      expect(kind).toBe('sameId');
      mends.push(mend);
    });
  const prefix = 'id: { column: …, prefix: … }';
  expect(mends).toEqual([prefix, prefix, prefix, prefix, undefined, undefined]);
});
