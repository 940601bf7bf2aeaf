import { folded } from '../i18n/folded.ts';
import type { Landmark } from './landmark.ts';
import { type NamedStreet, namedStreets } from './named-street.ts';
import type { Position } from './position.ts';
import { junctionKey } from './street-graph.ts';
import type { StreetPiece } from './streets.ts';

/** Where a street meets another one. */
export interface Corner {
  /** the other street */
  readonly other: string;
  readonly position: Position;
}

/** What places of a city one can name: its streets, the corners of two, and what else people call a place. */
export interface StreetBook {
  /** in order of name */
  readonly streets: readonly NamedStreet[];
  /** without squares that are streets too */
  readonly landmarks: readonly Landmark[];
  /** the corners of a street, each other street once, in order of name */
  readonly cornersOf: (street: Pick<NamedStreet, 'name' | 'commune'>) => readonly Corner[];
}

/** @param pieces of the whole city, in any order */
export function streetBook(pieces: readonly StreetPiece[], landmarks: readonly Landmark[] = []): StreetBook {
  let junctions: Junctions | undefined; // made for who asks for a corner: of a city they are many
  const streets = namedStreets(pieces);
  const known = new Set(streets.map(keyOf));
  return {
    streets,
    landmarks: landmarks.filter((landmark) => !known.has(keyOf(landmark))),
    cornersOf(street) {
      junctions ??= junctionsOf(pieces);
      return cornersOf(street, pieces, junctions);
    },
  };
}

/** A name in its commune, however it is written. */
const keyOf = ({ name, commune = '' }: { readonly name: string; readonly commune?: string | undefined }) =>
  `${folded(name)}|${folded(commune)}`;

/** Junction → the names of the streets that meet there. */
type Junctions = ReadonlyMap<string, ReadonlySet<string>>;

const ends = ({ geometry: { coordinates }, properties: { from, to } }: StreetPiece) =>
  [
    { key: junctionKey(from, coordinates[0]!), position: coordinates[0]! },
    { key: junctionKey(to, coordinates.at(-1)!), position: coordinates.at(-1)! },
  ] as const;

function junctionsOf(pieces: readonly StreetPiece[]): Junctions {
  const junctions = new Map<string, Set<string>>();
  for (const piece of pieces)
    for (const { key } of ends(piece))
      junctions.set(key, (junctions.get(key) ?? new Set()).add(piece.properties.name));
  return junctions;
}

function cornersOf(
  { name, commune }: Pick<NamedStreet, 'name' | 'commune'>,
  pieces: readonly StreetPiece[],
  junctions: Junctions,
): readonly Corner[] {
  const corners = new Map<string, Corner>();
  for (const piece of pieces) {
    if (piece.properties.name !== name || piece.properties.commune !== commune) continue;
    for (const { key, position } of ends(piece))
      for (const other of junctions.get(key) ?? [])
        if (other !== name && other !== '' && !corners.has(other)) corners.set(other, { other, position });
  }
  return [...corners.values()].toSorted((a, b) => a.other.localeCompare(b.other, 'fr'));
}
