import { DEGREE_M, type Position } from '../position.ts';
import { fill, NOBODY } from './fill.ts';

/** Places of one group, WGS 84 degrees, as columns; NaN where there is none. */
export interface Places {
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
}

/** Whose each square of the ground is, row by row from the south; about all of them is a rim that is nobody's. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** number of the group, or NOBODY */
  readonly owner: Int16Array;
  /** Of a corner between squares: column and row may be any number. */
  readonly place: (column: number, row: number) => Position;
}

/** Side of a square: less than a block of houses. Larger where the ground would have more squares than this. */
const [SIDE_M, MOST_SQUARES] = [40, 250_000];
/** Who stands further from the middle than a metropolis is wide is misplaced, and would make all squares large. */
const FAR_M = 40_000;
/** Squares about all places. */
const RIM = 6;

/**
 * The ground about places, shared out: a square is of the group that has most places on it, the ground between of the
 * group that is nearest, and what lies far from all places is nobody's.
 * @returns undefined without any place
 */
export function gridOf(groups: readonly Places[]): Grid | undefined {
  const middle: Position = [medianOf(groups.map(({ lon }) => lon)), medianOf(groups.map(({ lat }) => lat))];
  if (Number.isNaN(middle[0])) return undefined;
  const perLon = DEGREE_M * Math.cos(middle[1] * (Math.PI / 180));
  const metres = (group: Places, n: number): readonly [x: number, y: number] => [
    (group.lon[n]! - middle[0]) * perLon,
    (group.lat[n]! - middle[1]) * DEGREE_M,
  ];
  const { minX, minY, maxX, maxY } = boundsOf(groups, metres);
  const side = Math.max(SIDE_M, Math.sqrt(((maxX - minX) * (maxY - minY)) / MOST_SQUARES));
  const columns = Math.floor((maxX - minX) / side) + 1 + 2 * RIM;
  const rows = Math.floor((maxY - minY) / side) + 1 + 2 * RIM;
  const owner = new Int16Array(columns * rows).fill(NOBODY);
  const lead = new Uint16Array(owner.length);
  eachNear(groups, metres, (x, y, group) => {
    const [column, row] = [Math.floor((x - minX) / side) + RIM, Math.floor((y - minY) / side) + RIM];
    vote(owner, lead, row * columns + column, group);
  });
  fill(owner, columns);
  return {
    columns,
    rows,
    owner,
    place: (column, row) => [
      middle[0] + ((column - RIM) * side + minX) / perLon,
      middle[1] + ((row - RIM) * side + minY) / DEGREE_M,
    ],
  };
}

type Metres = (group: Places, n: number) => readonly [x: number, y: number];

function eachNear(
  groups: readonly Places[],
  metres: Metres,
  tell: (x: number, y: number, group: number) => void,
): void {
  for (const [group, places] of groups.entries())
    for (let n = 0; n < places.lon.length; n++) {
      const [x, y] = metres(places, n);
      if (Math.abs(x) <= FAR_M && Math.abs(y) <= FAR_M) tell(x, y, group);
    }
}

function boundsOf(groups: readonly Places[], metres: Metres) {
  const bounds = { minX: FAR_M, minY: FAR_M, maxX: -FAR_M, maxY: -FAR_M };
  eachNear(groups, metres, (x, y) => {
    bounds.minX = Math.min(bounds.minX, x);
    bounds.minY = Math.min(bounds.minY, y);
    bounds.maxX = Math.max(bounds.maxX, x);
    bounds.maxY = Math.max(bounds.maxY, y);
  });
  return bounds;
}

function medianOf(columns: readonly ArrayLike<number>[]): number {
  const all = Float64Array.from(columns.flatMap((column) => Array.from(column))).filter(
    (n) => !Number.isNaN(n),
  );
  return all.toSorted()[Math.floor(all.length / 2)] ?? Number.NaN;
}

/** Majority in one pass (Boyer and Moore, 1981): `lead` is by how many places the group is ahead of the others. */
function vote(owner: Int16Array, lead: Uint16Array, square: number, group: number): void {
  if (lead[square] === 0) owner[square] = group;
  if (owner[square] === group) lead[square]!++;
  else lead[square]!--;
}
