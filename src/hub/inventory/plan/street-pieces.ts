import { distance, type Position } from '../../../shared/geo/position.ts';
import type { StreetPiece } from '../../../shared/geo/streets.ts';
import type { StreetDraft } from '../read/draft.ts';

/** A street message may be no longer. */
const MOST_POINTS = 1_000;

/** Where lines meet, to a decimetre: files name no junctions, and their ends differ in the last digit. */
const corner = ([lon, lat]: Position): string => `${lon.toFixed(6)} ${lat.toFixed(6)}`;

const metres = (line: readonly Position[]): number =>
  line.slice(1).reduce((sum, point, i) => sum + distance(line[i]!, point), 0);

/** @param oneway where vehicles may not pass both ways, by the order of the line's points */
export function pieceOf(
  name: string,
  commune: string | undefined,
  line: readonly Position[],
  oneway?: StreetDraft['oneway'],
): StreetPiece {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [...line] },
    properties: {
      name,
      ...(commune !== undefined && { commune }),
      length: Math.round(metres(line)),
      ...(oneway !== undefined && { oneway }),
    },
  };
}

/**
 * The streets of a file as pieces between junctions: a line is cut where another one meets it at a point that both
 * have, for a graph is joined at ends only.
 */
export function piecesOf(streets: readonly StreetDraft[]): readonly StreetPiece[] {
  const seen = new Map<string, number>();
  for (const { lines } of streets)
    for (const line of lines)
      for (const key of new Set(line.map(corner))) seen.set(key, (seen.get(key) ?? 0) + 1);
  return streets
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .flatMap(({ name, commune, lines, oneway }) =>
      lines
        .flatMap((line) => cut(line, (point) => (seen.get(corner(point)) ?? 0) > 1))
        .map((line) => pieceOf(name, commune, line, oneway)),
    );
}

function cut(line: readonly Position[], isJunction: (point: Position) => boolean): readonly Position[][] {
  const parts: Position[][] = [[line[0]!]];
  for (const [i, point] of line.entries()) {
    if (i === 0) continue;
    const part = parts.at(-1)!;
    part.push(point);
    if (i < line.length - 1 && (isJunction(point) || part.length >= MOST_POINTS)) parts.push([point]);
  }
  return parts;
}
