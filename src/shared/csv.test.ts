import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHead, csvLines } from './csv.ts';

const READERS = [
  { locale: 'fr', delimiter: ';', point: ',' },
  { locale: 'en', delimiter: ',', point: '.' },
] as const;

const FORMULA = /^[=+\-@\t\r]/;

it('a French spreadsheet finds columns and numbers by a double click, an English one RFC 4180', () => {
  const row = ['rue de l’Est ; Nord', 1_234.568, -0.25, undefined, 'a, b', 0];
  expect(csvHead(['nom', 'kwh'], 'fr')).toBe('\ufeffnom;kwh\r\n');
  expect(csvLines([row], 'fr')).toBe('"rue de l’Est ; Nord";1234,568;-0,25;;"a, b";0\r\n');
  expect(csvHead(['nom', 'kwh'], 'en')).toBe('\ufeffnom,kwh\r\n');
  expect(csvLines([row], 'en')).toBe('"rue de l’Est ; Nord",1234.568,-0.25,,"a, b",0\r\n');
});

it.each([
  '02',
  '0412',
  '12-03',
  '3/4',
  '1E5',
  '12 345',
  '12,5',
  '8 mai',
  '1er mai',
  '11 Nov 2026',
  'MAR-2',
  'déc. 12',
  '14:00',
])('keeps %j a name, whatever it looks like', (said) => {
  for (const { locale, delimiter } of READERS)
    expect(parse(csvLines([[said]], locale), { delimiter })).toEqual([[`="${said}"`]]);
});

it.each([
  '2026-11-29',
  '2026-11-29 14:00',
  'ARM-21-0064',
  'rue du 8 mai',
  'Mars',
  '12 rue Monge',
  '2026-11-29T13:00:00.000Z',
])('leaves %j as it is: a date that is meant, or words', (said) => {
  for (const { locale, delimiter } of READERS)
    expect(parse(csvLines([[said]], locale), { delimiter })).toEqual([[said]]);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('takes %j for no formula', (said) => {
  for (const { locale, delimiter } of READERS)
    expect(parse(csvLines([[said]], locale), { delimiter })).toEqual([[`'${said}`]]);
});

describe.each(READERS)('in $locale', ({ locale, delimiter, point }) => {
  it('whatever is written is read again, in the cell that it was written to', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('"', ';', ',', '\n', '\r', 'é', ' '), maxLength: 8 }),
    );
    const cell = words.filter((said) => !FORMULA.test(said) && !/^\d/.test(said));
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const read = parse(csvHead(['a'], locale) + csvLines(rows, locale), {
          delimiter,
          bom: true,
          relax_column_count: true,
        });
        expect(read).toEqual([['a'], ...rows]);
      }),
    );
  });

  it('a number is the same one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1_000),
        (n) => {
          const said = csvLines([[n]], locale).trim();
          expect(Number(said.replace(point, '.'))).toBe(n + 0);
          expect(said).toMatch(point === ',' ? /^-?\d+(,\d+)?$/ : /^-?\d+(\.\d+)?$/);
        },
      ),
    );
  });
});
