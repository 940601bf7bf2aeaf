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
const landmark = (name: string) => ({ ...street(name), category: 'other' as const });
const book = {
  streets: [street('rue Monge'), street('rue du Bourg'), street('rue de la Gare'), street('place Darcy')],
  landmarks: [
    landmark('arrêt Darcy'),
    { ...landmark('gare Dijon-Ville'), alternateNames: ['grande gare', 'SNCF'] },
  ],
  cornersOf: ({ name }: { readonly name: string }) =>
    name === 'rue Monge'
      ? [
          { other: 'rue Brulard', position: [5.1, 47] as const },
          { other: 'rue du Bourg', position: [5.2, 47] as const },
        ]
      : [],
};
const found = (typed: string) => findPlaces(book, typed, 5).map(({ street: name, corner }) => [name, corner]);

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

const called = (typed: string, most = 5) =>
  findPlaces(book, typed, most).map(({ street: name, landmark: place }) => place ?? name);
test.each([
  ['gare', ['gare Dijon-Ville', 'rue de la Gare']],
  ['arrêt darcy', ['arrêt Darcy']],
  ['sncf', ['gare Dijon-Ville']],
  ['Darcy', ['place Darcy', 'arrêt Darcy']],
  ['nulle part', []],
])('« %s » finds what people call a place by, once: %j', (typed, places) =>
  expect(called(typed)).toEqual(places),
);
test('places by name have room among many streets', () =>
  expect(called('e', 3)).toEqual(['rue Monge', 'arrêt Darcy', 'gare Dijon-Ville']));
