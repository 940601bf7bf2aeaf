import { expect, test } from 'vitest';
import { findPlaces, splitCorner } from './places.ts';

test.each([
  ['angle de la rue Monge et de la rue du Bourg', ['rue Monge', 'rue du Bourg']],
  ['à l’angle du boulevard de Brosses et de l’avenue Foch', ['boulevard de Brosses', 'avenue Foch']],
  ['coin rue Monge / rue du Bourg', ['rue Monge', 'rue du Bourg']],
  ['monge/bourg', ['monge', 'bourg']],
  ['angle monge', ['monge', '']],
  ['angle ', ['', '']],
  ['rue Pierre et Marie Curie', undefined],
  ['rue Langlet', undefined],
  ['12/14 rue Monge', undefined],
])('« %s » means the streets %j', (typed, streets) => expect(splitCorner(typed)).toEqual(streets));

const street = (name: string) => ({ name, commune: 'Dijon', position: [5, 47] as const });
const book = {
  streets: [street('rue Monge'), street('rue du Bourg')],
  cornersOf: ({ name }: { readonly name: string }) =>
    name === 'rue Monge'
      ? [
          { other: 'rue Brulard', position: [5.1, 47] as const },
          { other: 'rue du Bourg', position: [5.2, 47] as const },
        ]
      : [],
};
const found = (typed: string) => findPlaces(book, typed, 5).map(({ name, corner }) => [name, corner]);

test('a corner is found by words of both streets, with all corners of the first while the second is not typed', () => {
  expect(found('angle de la rue monge et du bourg')).toEqual([['rue Monge', 'rue du Bourg']]);
  expect(findPlaces(book, 'monge / bourg', 5)[0]?.position).toEqual([5.2, 47]);
  expect(found('angle monge')).toEqual([
    ['rue Monge', 'rue Brulard'],
    ['rue Monge', 'rue du Bourg'],
  ]);
  expect(found('angle bourg et monge')).toEqual([]);
});
test('a street is a street', () => expect(found('12 monge')).toEqual([['rue Monge', undefined]]));
