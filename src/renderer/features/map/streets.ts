import type { StreetPiece } from '../../../shared/geo/streets.ts';
import { folded } from '../../../shared/i18n/folded.ts';
import { mercatorX, mercatorY } from './mercator.ts';

export type StreetRank = 'main' | 'minor';

/** A street as drawn: its pieces joined end to end as far as they go. */
export interface StreetLine {
  readonly name: string;
  readonly rank: StreetRank;
  /** metres, of the whole street of this name in its commune */
  readonly length: number;
  /** x0, y0, x1, y1 … in normalised Web Mercator */
  readonly path: Float64Array;
  readonly bounds: Bounds;
}

export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** A commune's name, in the middle of its streets. */
export interface MapPlace {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** metres of street: the more, the more important */
  readonly weight: number;
  /** a part of a commune: named from nearer on */
  readonly isQuarter?: boolean;
}

/** What the first word of a French name says of a street; cities that give a class are believed instead. */
const MAIN_NAME = /^(rocade|autoroute|voie|route|boulevard|bd|avenue|av|cours|quai|pont)\b/i;
const MAIN_CLASS = /^(motorway|trunk|primary|secondary|ring|boulevard|avenue|artery|main|route|radial)$/i;
const MAIN_LENGTH_M = 1_600;

/** Joins pieces of one street (same name, same commune) into lines as long as possible. */
export function joinStreets(pieces: readonly StreetPiece[]): StreetLine[] {
  const streets = new Map<string, StreetPiece[]>();
  for (const piece of pieces) {
    const key = `${piece.properties.commune ?? ''}\n${piece.properties.name}`;
    const street = streets.get(key);
    if (street) street.push(piece);
    else streets.set(key, [piece]);
  }
  return [...streets.values()].flatMap((street) => {
    const { name } = street[0]!.properties;
    const length = street.reduce((sum, piece) => sum + piece.properties.length, 0);
    const rank = rankOf(street[0]!, length);
    return chains(street).map((chain) => {
      const path = pathOf(chain);
      return { name, rank, length, path, bounds: boundsOf(path) };
    });
  });
}

function rankOf({ properties }: StreetPiece, length: number): StreetRank {
  if (properties.class !== undefined) return MAIN_CLASS.test(properties.class) ? 'main' : 'minor';
  return MAIN_NAME.test(properties.name) || length >= MAIN_LENGTH_M ? 'main' : 'minor';
}

type Points = StreetPiece['geometry']['coordinates'];
const endKey = (points: Points, at: 0 | -1): string => points.at(at)!.join();

/** Strings pieces together where they share an end, each piece once. */
function chains(street: readonly StreetPiece[]): Points[] {
  const left = new Set(street.map((piece) => piece.geometry.coordinates));
  const byEnd = new Map<string, Points[]>();
  for (const points of left)
    for (const key of [endKey(points, 0), endKey(points, -1)])
      byEnd.set(key, [...(byEnd.get(key) ?? []), points]);
  const out: Points[] = [];
  for (const first of left) {
    left.delete(first);
    let chain = [...first];
    for (const turned of [false, true]) {
      if (turned) chain.reverse();
      for (let next = follow(chain); next; next = follow(chain)) {
        left.delete(next);
        chain = chain.concat(
          endKey(next, 0) === endKey(chain, -1) ? next.slice(1) : next.toReversed().slice(1),
        );
      }
    }
    out.push(chain);
  }
  return out;

  function follow(chain: Points): Points | undefined {
    return byEnd.get(endKey(chain, -1))?.find((points) => left.has(points));
  }
}

export function pathOf(points: readonly (readonly [number, number])[]): Float64Array {
  const path = new Float64Array(points.length * 2);
  for (const [i, [lon, lat]] of points.entries()) {
    path[2 * i] = mercatorX(lon);
    path[2 * i + 1] = mercatorY(lat);
  }
  return path;
}

export function boundsOf(path: Float64Array): Bounds {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < path.length; i += 2) {
    minX = Math.min(minX, path[i]!);
    maxX = Math.max(maxX, path[i]!);
    minY = Math.min(minY, path[i + 1]!);
    maxY = Math.max(maxY, path[i + 1]!);
  }
  return { minX, minY, maxX, maxY };
}

/** The communes that streets name, the largest first. */
export function placesOf(pieces: readonly StreetPiece[]): MapPlace[] {
  const sums = new Map<string, { x: number; y: number; weight: number }>();
  for (const { properties, geometry } of pieces) {
    if (!properties.commune) continue;
    const middle = geometry.coordinates[geometry.coordinates.length >> 1]!;
    const weight = Math.max(1, properties.length);
    const sum = sums.get(properties.commune) ?? { x: 0, y: 0, weight: 0 };
    sum.x += mercatorX(middle[0]) * weight;
    sum.y += mercatorY(middle[1]) * weight;
    sum.weight += weight;
    sums.set(properties.commune, sum);
  }
  return [...sums]
    .map(([name, { x, y, weight }]) => ({ name, x: x / weight, y: y / weight, weight }))
    .sort((a, b) => b.weight - a.weight);
}

/** Places of two sources, each name once: the first source knows its own. */
export function withMore(places: readonly MapPlace[], more: readonly MapPlace[]): readonly MapPlace[] {
  const known = new Set(places.map(({ name }) => folded(name)));
  return [...places, ...more.filter(({ name }) => !known.has(folded(name)))];
}
