import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dateOf, mappedText, numberOf, textOf } from './value.ts';

describe('a number as offices write it', () => {
  test.each([
    ['70', 70],
    ['70,5', 70.5],
    ['70.5', 70.5],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234', 1234],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['-00000001,1500341', -1.1500341],
    [' 00000046,1645193', 46.1645193],
    ['150 W', 150],
    ['150W', 150],
    ['8,00 m', 8],
    [42, 42],
  ])('%j', (written, number) => expect(numberOf(written)).toBe(number));

  test.each([
    [''],
    ['NC'],
    ['N/A'],
    ['-'],
    ['2x36'],
    ['environ 70'],
    [null],
    [undefined],
    [{}],
    [Number.NaN],
  ])('%j is none', (written) => expect(numberOf(written)).toBeUndefined());

  it('whatever it is, with comma or dot', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (thousandth) => {
        const number = thousandth / 1_000;
        expect(numberOf(number.toFixed(3))).toBe(number);
        expect(numberOf(number.toFixed(3).replace('.', ','))).toBe(number);
        expect(numberOf(number.toLocaleString('fr', { minimumFractionDigits: 3 }).replace('−', '-'))).toBe(
          number,
        );
      }),
    );
  });
});

test.each([
  ['04/03/2021', '2021-03-04'],
  ['2021-03-04', '2021-03-04'],
  ['2021-03-04T08:02:21.753Z', '2021-03-04'],
  ['04/03/2021 00:00:00', '2021-03-04'],
  ['2021', '2021'],
  ['2021-03', '2021-03'],
  ['00/00/0000', undefined],
  ['31/02/2021', undefined],
  ['01/01/1900', undefined],
  ['hier', undefined],
])('the date %j is %j', (written, date) => expect(dateOf(written)).toBe(date));

test.each([
  ['  Rue   de la\u00a0Préfecture ', 'Rue de la Préfecture'],
  ['Rue de la Pre\u0301fecture', 'Rue de la Préfecture'],
  ['n/c', undefined],
  ['NULL', undefined],
  ['   ', undefined],
  ['a\u0000b', undefined],
  [4, '4'],
])('the text %j is %j', (written, text) => expect(textOf(written)).toBe(text));

it('joined fields are one only where all are there; dots lead deeper', () => {
  const fields = { commune: 'Dijon', n: 12, address: { street: 'rue Monge' }, 'a.b': 'as it is' };
  expect(mappedText(fields, { join: ['commune', 'n'], with: '/' })).toBe('Dijon/12');
  expect(mappedText(fields, { join: ['commune', 'none'], with: '/' })).toBeUndefined();
  expect(mappedText(fields, 'address.street')).toBe('rue Monge');
  expect(mappedText(fields, 'a.b')).toBe('as it is');
  expect(mappedText(fields, { value: 'Dijon' })).toBe('Dijon');
  expect(mappedText(fields, 'constructor')).toBeUndefined();
});
