import { expect, it } from 'vitest';
import type { StreetConversion } from '../../../shared/lamp/conversion.ts';
import { basedOf, ledLamps, nextOf } from './led-lamps.ts';

const street = (of: Partial<StreetConversion>): StreetConversion => ({
  street: 'rue Monge',
  done: 0,
  undated: 0,
  planned: 0,
  rest: 0,
  based: 0,
  ...of,
});
const named = (planned: readonly string[], rest: readonly string[]) =>
  street({
    planned: planned.length,
    rest: rest.length,
    named: { planned, rest } as unknown as NonNullable<StreetConversion['named']>,
  });

it('each lamp is in one state, what is not left to do is LED, and tombstones are none', () => {
  const streets = [named(['a'], ['b']), named([], ['e']), street({ done: 2 })];
  const pieces = [{ ids: ['a', 'b', '', 'c'] }, { ids: ['d', 'e'] }];
  expect(ledLamps(streets, 'planned', pieces)).toEqual(['a']);
  expect(ledLamps(streets, 'rest', pieces)).toEqual(['b', 'e']);
  expect(ledLamps(streets, 'led', pieces)).toEqual(['c', 'd']);
});

it('where a hub does not name what is left, nothing is guessed, but where nothing is left all are LED', () => {
  expect(ledLamps([street({ rest: 3 })], 'led', [{ ids: ['a'] }])).toBeUndefined();
  expect(ledLamps([street({ done: 1 })], 'led', [{ ids: ['a'] }])).toEqual(['a']);
});

it('a recorded power is counted where it is told for all, and what is planned first is told', () => {
  expect(basedOf([street({ based: 2 }), street({ based: 3 })])).toBe(5);
  expect(
    basedOf([street({ based: 2 }), { street: 'b', done: 1, undated: 0, planned: 0, rest: 0 }]),
  ).toBeUndefined();
  expect(nextOf([street({ next: '2027-06' }), street({}), street({ next: '2027-03-15' })])).toBe(
    '2027-03-15',
  );
});
