import data from '../data/places.json' with { type: 'json' };
import { TOWNS, townAt } from './communes.ts';
import { step, toPlane, toPosition } from './geometry.ts';
import { lampFinder } from './nearest-lamp.ts';
import type { Chance } from './seeded-chance.ts';
import type { Lamp, Place, PlaceKind, Point } from './types.ts';

/** Schools are called after a few people everywhere. */
const SCHOOLS = ['Jules-Ferry', 'Jean-Jaurès', 'Victor-Hugo', 'Louis-Pasteur', 'Jean-Moulin', 'Marie-Curie'];

/** Dijon's known places, and in every other commune its town hall, church, square, school and, if large, college. */
export function placesOf(lamps: readonly Lamp[], luck: Chance): Place[] {
  const nearest = lampFinder(lamps);
  const place = (kind: PlaceKind, name: string, point: Point, commune: string): Place => {
    const { street } = nearest(toPosition(point));
    return { kind, name, commune, street, position: toPosition(point) };
  };
  const known = data.places.map(({ kind, name, at }) => {
    const point = toPlane(at);
    return place(kind as PlaceKind, name, point, townAt(point).name);
  });
  const local = TOWNS.filter(({ name }) => name !== 'Dijon').flatMap((town) => {
    const around = (share: number) =>
      step(town.center, luck.range(0, 2 * Math.PI), Math.min(town.radius * share, 400));
    const of = /^[AEIOUÉH]/.test(town.name) ? `d’${town.name}` : `de ${town.name}`;
    const found: [PlaceKind, string, Point][] = [
      ['townHall', `mairie ${of}`, around(0.1)],
      ['church', `église ${of}`, around(0.15)],
      ['square', 'place de l’Église', around(0.15)],
      ['school', `école ${luck.pick(SCHOOLS)}`, around(0.4)],
    ];
    if (town.population > 5_000) found.push(['school', `collège ${of}`, around(0.6)]);
    return found.map(([kind, name, point]) => place(kind, name, point, town.name));
  });
  return [...known, ...local];
}
