import { describe, expect, it } from 'vitest';
import { conversionOf, conversionsOf, sumOf } from './conversion.ts';
import { Dictionary, DictionaryLamp } from './dictionary.ts';

const TODAY = '2026-11-28';
const lamp = (n: number, luminaire: object, street = 'Rue A') =>
  DictionaryLamp.parse({ id: `L-${n}`, position: [5, 47], street, luminaire });

describe('a lamp', () => {
  it.each([
    ['converted years ago', { convertedOn: '2019' }, 'done'],
    ['converted today', { convertedOn: '2026-11-28' }, 'done'],
    ['to be converted tomorrow', { convertedOn: '2026-11-29' }, 'planned'],
    ['to be converted next year', { convertedOn: '2027' }, 'planned'],
    ['this month, not LED yet', { convertedOn: '2026-11', kind: 'SHP 100' }, 'planned'],
    ['this month, LED already', { convertedOn: '2026-11', kind: 'Lanterne LED' }, 'done'],
    ['LED, nobody knows since when', { kind: 'LED' }, 'undated'],
    ['sodium', { kind: 'SHP 100' }, 'rest'],
    ['of which nothing is known', {}, 'rest'],
    ['whose name only looks like it', { kind: 'Ledru' }, 'rest'],
  ] as const)('%s', (_, luminaire, what) => expect(conversionOf(lamp(1, luminaire), TODAY)).toBe(what));
});

it('counts each lamp of a district once, by street, what is left to do first', () => {
  const { streets } = conversionsOf(
    Dictionary.parse({
      v: 1,
      district: '01',
      name: 'Centre',
      dictVersion: 1,
      lamps: [
        lamp(1, { convertedOn: '2019' }),
        lamp(2, { kind: 'LED' }),
        null,
        lamp(3, { convertedOn: '2027' }, 'Rue B'),
        lamp(4, {}, 'Rue B'),
      ],
    }),
    TODAY,
  );
  expect(streets).toEqual([
    { street: 'Rue B', done: 0, undated: 0, planned: 1, rest: 1 },
    { street: 'Rue A', done: 1, undated: 1, planned: 0, rest: 0 },
  ]);
  expect(sumOf(streets)).toEqual({ done: 1, undated: 1, planned: 1, rest: 1 });
});
