import type { Position } from './position.ts';
import type { StreetPiece } from './streets.ts';

/** A street as people name it. */
export interface NamedStreet {
  readonly name: string;
  readonly commune: string | undefined;
  /** somewhere on it, near its middle */
  readonly position: Position;
}

/** The streets of a city in order of name, one for all the pieces of a name in a commune. */
export function namedStreets(pieces: readonly StreetPiece[]): readonly NamedStreet[] {
  const streets = new Map<string, StreetPiece[]>();
  for (const piece of pieces) {
    const { name, commune } = piece.properties;
    if (name === '') continue;
    const key = `${name}|${commune ?? ''}`;
    const known = streets.get(key);
    if (known === undefined) streets.set(key, [piece]);
    else known.push(piece);
  }
  return [...streets.values()].map(named).toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}

const middle = <T>(list: readonly T[]): T => list[Math.floor((list.length - 1) / 2)]!;

/** Pieces come in no order that can be relied on: the one nearest to the mean of all stands for the street. */
function named(pieces: readonly StreetPiece[]): NamedStreet {
  const { name, commune } = pieces[0]!.properties;
  const places = pieces.map(({ geometry }) => middle(geometry.coordinates));
  const mean = [0, 1].map((axis) => places.reduce((sum, place) => sum + place[axis]!, 0) / places.length);
  const off = ([lon, lat]: Position) => Math.hypot(lon - mean[0]!, lat - mean[1]!);
  const position = places.reduce((best, place) => (off(place) < off(best) ? place : best));
  return { name, commune, position };
}
