import { expect, it, test } from 'vitest';
import { mappedText, textOf, unmatched } from './value.ts';

test.each([
  ['  Rue   de la\u00a0Préfecture ', 'Rue de la Préfecture'],
  ['Rue de la Pre\u0301fecture', 'Rue de la Préfecture'],
  ['n/c', undefined],
  ['NULL', undefined],
  ['<Null>', undefined],
  ['\\N', undefined],
  ['(null)', undefined],
  ['N.C.', undefined],
  ['S/O', undefined],
  ['Non renseigné', undefined],
  ['#VALEUR!', undefined],
  // Streets that are called so.
  ['rue Nulle', 'rue Nulle'],
  ['Néant-sur-Yvel', 'Néant-sur-Yvel'],
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

it('a pattern takes a part of a column, and what it does not fit is known', () => {
  const street = { column: 'adresse', match: '^(?:\\d+\\s*(?:bis|ter)?,?\\s+)?(.+?)(?:\\s+\\d{3})?$' };
  const of = (adresse: string) => mappedText({ adresse }, street);
  expect(of('1 RUE DU PRESIDENT COTY 014')).toBe('RUE DU PRESIDENT COTY');
  expect(of('12 bis, place Darcy')).toBe('place Darcy');
  expect(of('place Darcy')).toBe('place Darcy');
  const watts = { column: 'lampe', match: '(\\d+) ?w' };
  expect(mappedText({ lampe: 'SHP 70W' }, watts)).toBe('70');
  expect([mappedText({ lampe: 'SHP' }, watts), unmatched({ lampe: 'SHP' }, watts)]).toEqual([
    undefined,
    'SHP',
  ]);
  expect([unmatched({ lampe: '' }, watts), unmatched({ lampe: 'SHP' }, 'lampe')]).toEqual([
    undefined,
    undefined,
  ]);
});

it('numbers that each file begins anew get what tells them apart', () => {
  expect(mappedText({ num: 12 }, { column: 'num', prefix: 'CHE-' })).toBe('CHE-12');
  expect(mappedText({ num: 'PL 12' }, { column: 'num', match: '(\\d+)', prefix: 'CHE-' })).toBe('CHE-12');
  expect(mappedText({ num: 'N/C' }, { column: 'num', prefix: 'CHE-' })).toBeUndefined();
});

it('numbers of several columns are added up as far as they are there', () => {
  const sum = { sum: ['w1', 'w2'] };
  expect(mappedText({ w1: 400, w2: '400' }, sum)).toBe('400+400');
  expect(mappedText({ w1: '250', w2: 'N/A' }, sum)).toBe('250');
  expect(mappedText({ w1: '', w2: 'N/A' }, sum)).toBeUndefined();
});
