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

it('counts each lamp of a district once, by street, what is left to do first and by name', () => {
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
        lamp(5, { convertedOn: '2019', powerBefore: 115 }),
        lamp(6, { convertedOn: '2026-12', powerBefore: 115 }, 'Rue B'),
        lamp(4, {}, 'Rue B'),
      ],
    }),
    TODAY,
  );
  expect(streets).toEqual([
    {
      street: 'Rue B',
      done: 0,
      undated: 0,
      planned: 2,
      rest: 1,
      based: 0,
      next: '2026-12',
      named: { planned: ['L-3', 'L-6'], rest: ['L-4'] },
    },
    { street: 'Rue A', done: 2, undated: 1, planned: 0, rest: 0, based: 1 },
  ]);
  expect(sumOf(streets)).toEqual({ done: 2, undated: 1, planned: 2, rest: 1 });
});
