import { expect, test } from 'vitest';
import { Person } from '../../../shared/rights/model.ts';
import { matching } from './matching.ts';
import { nameOf, shortName } from './store.ts';

const people = ['Nadia Perrin', 'Hélène Roy', 'Céline Morel'].map((name, n) =>
  Person.parse({ v: 1, id: `p${n}`, name, role: 'operator', domains: [] }),
);
const names = (typed: string) => matching(people, typed).map((person) => person.name);

test('nothing typed lists everybody by name', () =>
  expect(names('')).toEqual(['Céline Morel', 'Hélène Roy', 'Nadia Perrin']));
test('accents and case need not be typed', () => expect(names('HELENE')).toEqual(['Hélène Roy']));
test('words match in any order', () => expect(names('mor cel')).toEqual(['Céline Morel']));
test('colleagues are named shortly, strangers by their id', () => {
  expect(nameOf(people, 'p0')).toBe('N.\u00a0Perrin');
  expect(nameOf(people, 'x-9')).toBe('x-9');
  expect(shortName('Caserne')).toBe('Caserne');
});
