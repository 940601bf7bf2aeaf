import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { heightOf, numberOf, wattsOf } from './number.ts';

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
  ['8.54230120E+05', 854_230.12],
  ['4,7321541e+01', 47.321541],
  ['4.732e-2', 0.04732],
  // What a spreadsheet has cut: which number it was is not to be known.
  ['8,54E+05', undefined],
  ['1E+02', undefined],
])('with an exponent %j is %j', (written, number) => expect(numberOf(written)).toBe(number));

test.each([
  ['70', 70],
  ['2x36W', 72],
  ['2 x 36 W', 72],
  ['2*70+1*50W', 190],
  ['70+70', 140],
  ['8,54E+01', 85.4],
  ['3×100', 300],
  ['1 000,5', 1000.5],
  // Nobody knows, or nobody could mean it.
  ['0', undefined],
  ['-70', undefined],
  ['2x', undefined],
  ['99x36', undefined],
  ['SHP 70', undefined],
  ['12000', undefined],
  [undefined, undefined],
])('the power %j is %j W', (written, watts) => expect(wattsOf(written)).toBe(watts));

test.each([
  ['8', 8],
  ['8,5 m', 8.5],
  ['30 ft', 9.14],
  ['0', undefined],
  ['820', undefined],
])('the height %j is %j m', (written, metres) => expect(heightOf(written)).toBe(metres));
