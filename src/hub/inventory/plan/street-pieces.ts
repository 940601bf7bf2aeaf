import { distance, type Position } from '../../../shared/geo/position.ts';
import type { StreetPiece } from '../../../shared/geo/streets.ts';
import type { StreetDraft } from '../read/draft.ts';
import { meetingsOf, type StreetLine, withMeetings } from './meetings.ts';

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
 * Of the places where streets of a file meet, the share that has no point in common, from which on the file is one
 * without junctions. Below it bridges and tunnels are meant, some hundredths of a city's crossings.
 */
const UNMARKED_SHARE = 0.1;

/**
 * The streets of a file as pieces between junctions: a line is cut where another one meets it at a point that both
 * have, for a graph is joined at ends only. In a file whose lines do not have such points, where they cross.
 */
export function piecesOf(streets: readonly StreetDraft[]): readonly StreetPiece[] {
  const lines = streets
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .flatMap(({ lines: its, ...street }) => its.map((line) => ({ ...street, line })));
  const meetings = meetingsOf(lines);
  const unmarked = new Set(meetings.flat().map(({ at }) => corner(at))).size;
  const marked = [...meetingPoints(lines.map(({ line }) => line)).values()].filter((n) => n > 1).length;
  const isMarked = unmarked < UNMARKED_SHARE * (unmarked + marked);
  return cutWhereMeeting(
    isMarked ? lines : lines.map((one, i) => ({ ...one, line: withMeetings(one.line, meetings[i]!) })),
  ).map(({ name, commune, line, oneway }) => pieceOf(name, commune, line, oneway));
}

/** Lines that cross as pieces between those crossings, and where they meet already. */
export function cutWhereCrossing<T extends StreetLine>(lines: readonly T[]): readonly T[] {
  const meetings = meetingsOf(lines);
  return cutWhereMeeting(lines.map((one, i) => ({ ...one, line: withMeetings(one.line, meetings[i]!) })));
}

function cutWhereMeeting<T extends StreetLine>(lines: readonly T[]): readonly T[] {
  const seen = meetingPoints(lines.map(({ line }) => line));
  return lines.flatMap((one) =>
    cut(one.line, (point) => (seen.get(corner(point)) ?? 0) > 1).map((line) => ({ ...one, line })),
  );
}

/** How many lines have each point. */
function meetingPoints(lines: readonly (readonly Position[])[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const line of lines)
    for (const key of new Set(line.map(corner))) seen.set(key, (seen.get(key) ?? 0) + 1);
  return seen;
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
