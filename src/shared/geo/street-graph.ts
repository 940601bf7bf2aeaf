import { DEGREE_M, distance, type Position } from './position.ts';
import type { StreetPiece } from './streets.ts';

/** Farther from any street than this nobody is on it, m. */
export const OFF_STREET_M = 250;

/** A place on a piece of street. */
export interface OnStreet {
  readonly piece: number;
  /** junctions of the piece, and the metres along it to each */
  readonly from: number;
  readonly to: number;
  readonly alongFrom: number;
  readonly alongTo: number;
  /** metres from the place asked about to the street */
  readonly off: number;
  /** whether vehicles may pass from `from` to `to`, and back */
  readonly forth: boolean;
  readonly back: boolean;
}

/** The streets of a city as junctions and what joins them: each piece is a way at both of its ends. */
export interface StreetGraph {
  /** how many junctions; they are numbered from 0 */
  readonly junctions: number;
  /** the ways out of junction n are those from `starts[n]` up to `starts[n + 1]` */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** length of each way, metres */
  readonly metres: Float64Array;
  /** 1 where vehicles may go out of the junction by that way, else 0 */
  readonly leaves: Uint8Array;
  /** 1 where they may come in by it */
  readonly enters: Uint8Array;
  /** whether any piece is one-way */
  readonly directed: boolean;
  /** the nearest street; undefined where it is more than `OFF_STREET_M` away */
  readonly onStreet: (position: Position) => OnStreet | undefined;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly line: readonly Position[];
  /** metres from its beginning to each of its points */
  readonly along: readonly number[];
  readonly forth: boolean;
  readonly back: boolean;
}

/** What two ends of pieces have in common where they meet. @param name of the junction, where the data has one */
export const junctionKey = (name: string | undefined, [lon, lat]: Position): string =>
  name === undefined ? `${lon.toFixed(5)} ${lat.toFixed(5)}` : `#${name}`;

/**
 * Makes a graph of street pieces. Equal names of junctions meet; pieces whose data has no names meet where their ends
 * are in the same place, to about a metre. Lengths are measured on the lines, so that no way is shorter than the
 * straight line.
 */
export function streetGraph(streets: readonly StreetPiece[]): StreetGraph {
  const numbers = new Map<string, number>();
  const junction = (name: string | undefined, end: Position): number => {
    const key = junctionKey(name, end);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const pieces: readonly Piece[] = streets.map(({ geometry: { coordinates: line }, properties }) => {
    const along = [0];
    for (let i = 1; i < line.length; i++) along.push(along[i - 1]! + distance(line[i - 1]!, line[i]!));
    const from = junction(properties.from, line[0]!);
    const to = junction(properties.to, line.at(-1)!);
    return { from, to, line, along, forth: properties.oneway !== '-1', back: properties.oneway !== 'yes' };
  });
  const directed = pieces.some(({ forth, back }) => !(forth && back));
  return { junctions: numbers.size, ...waysOut(pieces, numbers.size), directed, onStreet: finder(pieces) };
}

function waysOut(
  pieces: readonly Piece[],
  junctions: number,
): Pick<StreetGraph, 'starts' | 'ends' | 'metres' | 'leaves' | 'enters'> {
  const starts = new Uint32Array(junctions + 1);
  for (const { from, to } of pieces) {
    starts[from + 1]! += 1;
    starts[to + 1]! += 1;
  }
  for (let n = 0; n < junctions; n++) starts[n + 1]! += starts[n]!;
  const free = starts.slice(0, junctions);
  const ends = new Uint32Array(2 * pieces.length);
  const metres = new Float64Array(2 * pieces.length);
  const leaves = new Uint8Array(2 * pieces.length);
  const enters = new Uint8Array(2 * pieces.length);
  const add = (from: number, to: number, { along }: Piece, out: boolean, into: boolean) => {
    const at = free[from]!++;
    ends[at] = to;
    metres[at] = along.at(-1)!;
    leaves[at] = Number(out);
    enters[at] = Number(into);
  };
  for (const piece of pieces) {
    const { from, to, forth, back } = piece;
    add(from, to, piece, forth, back);
    add(to, from, piece, back, forth);
  }
  return { starts, ends, metres, leaves, enters };
}

/** Looks for the nearest street in squares as wide as one may be off it: it is in the square itself or beside it. */
function finder(pieces: readonly Piece[]): StreetGraph['onStreet'] {
  const squares = new Map<string, (readonly [piece: number, segment: number])[]>();
  const lat0 = pieces[0]?.line[0]?.[1] ?? 0;
  const scale = Math.cos((lat0 * Math.PI) / 180);
  const x = ([lon]: Position) => lon * scale * DEGREE_M;
  const y = ([, lat]: Position) => lat * DEGREE_M;
  const square = (metres: number) => Math.floor(metres / OFF_STREET_M);
  for (const [p, { line }] of pieces.entries())
    for (let s = 0; s + 1 < line.length; s++) {
      const [a, b] = [line[s]!, line[s + 1]!];
      for (let i = square(Math.min(x(a), x(b))); i <= square(Math.max(x(a), x(b))); i++)
        for (let j = square(Math.min(y(a), y(b))); j <= square(Math.max(y(a), y(b))); j++) {
          const known = squares.get(`${i} ${j}`);
          if (known === undefined) squares.set(`${i} ${j}`, [[p, s]]);
          else known.push([p, s]);
        }
    }

  return (position) => {
    const [px, py] = [x(position), y(position)];
    let best: OnStreet | undefined;
    for (let i = square(px) - 1; i <= square(px) + 1; i++)
      for (let j = square(py) - 1; j <= square(py) + 1; j++)
        for (const [p, s] of squares.get(`${i} ${j}`) ?? []) {
          const { from, to, line, along, forth, back } = pieces[p]!;
          const [ax, ay] = [x(line[s]!), y(line[s]!)];
          const [dx, dy] = [x(line[s + 1]!) - ax, y(line[s + 1]!) - ay];
          const length2 = dx * dx + dy * dy;
          const t = length2 === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / length2;
          const share = Math.min(1, Math.max(0, t));
          const off = Math.hypot(px - ax - share * dx, py - ay - share * dy);
          if (off > OFF_STREET_M || (best !== undefined && off >= best.off)) continue;
          const alongFrom = along[s]! + share * (along[s + 1]! - along[s]!);
          best = { piece: p, from, to, alongFrom, alongTo: along.at(-1)! - alongFrom, off, forth, back };
        }
    return best;
  };
}
