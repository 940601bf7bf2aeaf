import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { spellingsOf, spoken, writtenOut } from './spelling.ts';

test.each([
  ['AV JEAN JAURES', 'AVENUE JEAN JAURES'],
  ['Bd. de Brosses', 'Boulevard de Brosses'],
  ['bd de Brosses', 'boulevard de Brosses'],
  ['R DE LA LIBERTE', 'RUE DE LA LIBERTE'],
  ['R Monge', 'Rue Monge'],
  ['ALL DES TILLEULS', 'ALLÉE DES TILLEULS'],
  ['RPT DE LA NATION', 'ROND-POINT DE LA NATION'],
  // Words, and names of one word.
  ['All Saints Street', 'All Saints Street'],
  ['Pas de Sainte-Anne', 'Pas de Sainte-Anne'],
  ['AV', 'AV'],
  ['rue Monge', 'rue Monge'],
  ['constructor x', 'constructor x'],
  ['', ''],
])('%j is written out as %j', (name, out) => expect(writtenOut(name)).toBe(out));

test.each([
  ["RUE DE L'EGLISE", 'Rue de l’Église'],
  ['BD ST-JEAN', 'boulevard Saint Jean'],
  ['AV. DU MAL FOCH', 'avenue du Maréchal Foch'],
  ['RUE DU BŒUF', 'rue du boeuf'],
  ['Place  Grangier ', 'PL GRANGIER'],
])('%j and %j are one name', (one, other) => expect(spoken(one)).toBe(spoken(other)));

test.each([
  ['rue du Four', 'rue des Fours'],
  ['rue de Paris', 'avenue de Paris'],
  ['rue Monge', 'rue Monge prolongée'],
])('%j and %j are two', (one, other) => expect(spoken(one)).not.toBe(spoken(other)));

it('of all spellings the one with small letters and accents is taken, then the longer, then the more frequent one', () => {
  const names = new Map([
    ['RUE DE LA LIBERTE', 900],
    ['rue de la Liberte', 50],
    ['rue de la Liberté', 1],
    ['Rue du Dr Chaussier', 10],
    ['Rue du Docteur Chaussier', 2],
    ['Rue Monge', 3],
    ['rue Monge', 4],
    ['PL DARCY', 5],
  ]);
  const spelled = spellingsOf(names);
  expect([...names.keys()].map(spelled)).toEqual([
    ...Array(3).fill('rue de la Liberté'),
    ...Array(2).fill('Rue du Docteur Chaussier'),
    ...Array(2).fill('rue Monge'),
    'PLACE DARCY',
  ]);
  expect(spelled('place Darcy')).toBe('PLACE DARCY');
  expect(spelled('rue inconnue')).toBe('rue inconnue');
});

it('whatever the names, in whatever order: those said alike are one, it is said like them, and stays what it is', () => {
  const part = fc.constantFrom(
    'AV',
    'Bd.',
    'rue',
    'R',
    'de',
    "l'",
    'Église',
    'EGLISE',
    'St',
    'saint',
    '-',
    'Œuvre',
    '  ',
  );
  const names = fc.array(
    fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(names, (all) => {
      const spelled = spellingsOf(new Map(all.map((name, i) => [name, i % 3])));
      const backwards = spellingsOf(new Map(all.map((name, i) => [name, i % 3] as const).toReversed()));
      const isNew = new Set(all).size === all.length;
      for (const name of all) {
        expect(spoken(spelled(name))).toBe(spoken(name));
        expect(spelled(spelled(name))).toBe(spelled(name));
        if (isNew) expect(backwards(name)).toBe(spelled(name));
        for (const other of all)
          expect(spelled(name) === spelled(other)).toBe(spoken(name) === spoken(other));
      }
    }),
  );
});
