import { expect, test } from 'vitest';
import type { StreetPiece } from '../geo/streets.ts';
import { CabinetId } from '../ids.ts';
import { DictionaryLamp } from '../lamp/dictionary.ts';
import { LightingPlan, type Where } from './model.ts';
import { fitterOf, placerOf, streetFacts } from './place-lamps.ts';

const piece = (
  name: string,
  kind: 'street' | 'avenue',
  from: string,
  to: string,
  ...path: [number, number][]
): StreetPiece => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: path },
  properties: { name, commune: 'Dijon', class: kind, length: 100, from, to },
});
/** Three pieces meet in b; in c two, which is a street that goes on. */
const streets = streetFacts([
  piece('Rue des Forges', 'street', 'a', 'b', [5.04, 47.32], [5.041, 47.32]),
  piece('Rue des Forges', 'avenue', 'b', 'c', [5.041, 47.32], [5.042, 47.32]),
  piece('Rue Verrerie', 'street', 'b', 'd', [5.041, 47.32], [5.041, 47.321]),
  piece('Rue Musette', 'street', 'c', 'e', [5.042, 47.32], [5.043, 47.32]),
]);
const plan = LightingPlan.parse({
  version: 1,
  place: [5.04, 47.32],
  controlPrograms: [{ id: 'p', name: 'P', steps: [{ from: { dusk: 0 }, level: 80 }], off: { dawn: 0 } }],
  calendars: [{ id: 'c', name: 'C', program: 'p' }],
  groups: [
    { id: 'avenues', name: 'A', where: { classes: ['avenue'] }, calendar: 'c' },
    { id: 'musette', name: 'M', where: { streets: ['RUE MUSETTE'], communes: ['dijon'] }, calendar: 'c' },
    { id: 'others', name: 'O', calendar: 'c' },
  ],
  floors: [
    { id: 'low', name: 'L', where: { junctionMetres: 20 }, level: 40 },
    { id: 'high', name: 'H', where: { classes: ['avenue'], junctionMetres: 20 }, level: 60 },
  ],
});
const place = placerOf(plan, streets);
const lamp = (street: string, lon: number, commune = 'Dijon') =>
  DictionaryLamp.parse({ id: `${street} ${lon}`, position: [lon, 47.32], street, commune });

test.each([
  [
    'a street of two classes is of the greater, and the higher of two floors counts',
    'Rue des Forges',
    5.0411,
    0,
    1,
  ],
  ['by name, without regard to case', 'Rue Musette', 5.0425, 1, -1],
  ['where a street only goes on there is no junction', 'Rue Musette', 5.042, 1, -1],
  ['the last group takes all others', 'Rue Verrerie', 5.0411, 2, 0],
  ['beyond its reach a junction is none', 'Rue Verrerie', 5.0415, 2, -1],
] as const)('%s', (_, street, lon, group, floor) =>
  expect(place(lamp(street, lon), '01')).toEqual({ group, floor }),
);

test('a street of the same name elsewhere is another', () =>
  expect(place(lamp('Rue Musette', 5.0425, 'Talant'), '01').group).toBe(2));

const by = (where: Where) => fitterOf(where, streets);

test('a district is named without regard to accents and case, by the name of the whole of it', () => {
  const inside = by({ districts: ['MONTCHAPET', 'Les Grésilles'] });
  expect(inside(lamp('Rue Musette', 5.04), 'Montchapet')).toBe(true);
  expect(inside(lamp('Rue Musette', 5.04), 'les gresilles')).toBe(true);
  expect(inside(lamp('Rue Musette', 5.04), 'Montchapet Nord')).toBe(false);
});

test('a circuit is named for one cabinet, or by its name alone for all that have one so called', () => {
  const at = (cabinet: string | undefined, circuit: string | undefined) =>
    ({ ...lamp('Rue Musette', 5.04), cabinet, circuit }) as DictionaryLamp;
  const [nine, ten] = [CabinetId.parse('ARM-9'), CabinetId.parse('ARM-10')];
  const fits = by({ circuits: ['départ 1', { cabinet: nine, circuit: 'départ 2' }] });
  expect([at(nine, 'départ 1'), at(ten, 'départ 1')].map((one) => fits(one, ''))).toEqual([true, true]);
  expect([at(nine, 'départ 2'), at(ten, 'départ 2')].map((one) => fits(one, ''))).toEqual([true, false]);
  expect([at(undefined, 'départ 2'), at(nine, undefined)].map((one) => fits(one, ''))).toEqual([
    false,
    false,
  ]);
});

/** As an import makes them: neither classes nor names of junctions. */
const imported = (name: string, ...path: [number, number][]): StreetPiece => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: path },
  properties: { name, commune: 'Besançon', length: 100 },
});

test('imported streets have junctions where they meet, so that safety floors hold there', () => {
  const facts = streetFacts([
    imported('rue Battant', [6.018, 47.24], [6.019, 47.24]),
    imported('rue Battant', [6.019, 47.24], [6.02, 47.24]),
    imported('quai Vauban', [6.0190001, 47.2400001], [6.019, 47.241]),
  ]);
  expect(facts.nearJunction([6.0191, 47.24], 12)).toBe(true);
  expect(facts.nearJunction([6.018, 47.24], 12)).toBe(false);
  expect(placerOf(plan, facts)(lamp('rue Battant', 6.5), '01').floor).toBe(-1);
});

test.each([
  ['Boulevard Périphérique', 'ring'],
  ['Rocade Est', 'ring'],
  ['BD DE LA MARNE', 'boulevard'],
  ['Avenue de l’Helvétie', 'avenue'],
  ['Quai Vauban', 'avenue'],
  ['Ruelle du Vieil Abattoir', 'lane'],
  ['Allée des Tilleuls', 'lane'],
  ['Rue du Boulevard', 'street'],
  ['Place Darcy', 'street'],
  ['', undefined],
])('where the graph gives no class « %s » is of %s by its name', (name, its) =>
  expect(
    streetFacts([imported(name, [6, 47], [6.01, 47])]).classOf({ street: name, commune: 'Besançon' }),
  ).toBe(its),
);

test('a class that the graph gives is believed', () =>
  expect(
    streetFacts([piece('Boulevard Étroit', 'street', 'a', 'b', [6, 47], [6.01, 47])]).classOf({
      street: 'Boulevard Étroit',
      commune: 'Dijon',
    }),
  ).toBe('street'));

test('where lamps or streets have no commune a street of the name is the street; with two communes of their own they differ', () => {
  const of = (commune: string | undefined) => ({
    ...imported('avenue Foch', [6, 47], [6.01, 47]),
    properties: { name: 'avenue Foch', length: 700, ...(commune !== undefined && { commune }) },
  });
  const known = (piece: string | undefined, lamp: string | undefined) =>
    streetFacts([of(piece)]).classOf({ street: 'Avenue Foch', commune: lamp });
  expect([known('Dijon', undefined), known(undefined, 'Dijon'), known(undefined, undefined)]).toEqual(
    Array(3).fill('avenue'),
  );
  expect(known('Dijon', 'Chenôve')).toBeUndefined();
});
