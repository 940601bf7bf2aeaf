import { nearIndex } from '../../../shared/geo/near.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { distance } from '../../../shared/geo/position.ts';
import type { StreetPiece } from '../../../shared/geo/streets.ts';
import type { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import { cutWhereCrossing, pieceOf } from './street-pieces.ts';

/** Lamps of a street nearer than this stand beside or across from each other, m. */
const BESIDE_M = 40;
/** Points of a street's line nearer than this are one, m. */
const TOGETHER_M = 18;
/** Lamps of a street farther than this from each other are not joined, m: mostly two streets of one name. */
const GAP_M = 150;
/** The end of a street is joined to another street not farther than this, m. */
const CORNER_M = 80;

/** Two knots, by index; the first one's street goes from it to the other. */
type Join = readonly [number, number];

interface Knot {
  readonly street: string;
  readonly position: Position;
}

/**
 * A street skeleton where the city has no streets to give: through the lamps of each street, in the shortest tree, and
 * from each end to the nearest other street, with a junction where two cross. It follows streets as lamps do: right for names on a map and for travel
 * times, and no survey. The same lamps give the same skeleton in whatever order.
 */
export function skeletonOf(lamps: readonly DictionaryLamp[]): readonly StreetPiece[] {
  const named = lamps.filter(({ street }) => street !== '').toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byStreet = Map.groupBy(named, ({ street, commune = '' }) => `${street}\n${commune}`);
  const streets = [...byStreet.keys()].sort();
  const knots: Knot[] = [];
  const joins: Join[] = [];
  for (const street of streets) {
    const positions = knotsOf(byStreet.get(street)!.map(({ position }) => position));
    const from = knots.length;
    knots.push(...positions.map((position) => ({ street, position })));
    joins.push(...shortestTree(positions).map(([a, b]) => [from + a, from + b] as const));
  }
  const all = [...joins, ...corners(knots, joins)];
  const lines = chains(all, ([own]) => knots[own]!.street).map(({ street, chain }) => ({
    name: street,
    line: chain.map((i) => knots[i]!.position),
  }));
  return cutWhereCrossing(lines).map(({ name: street, line }) => {
    const [name = '', commune = ''] = street.split('\n');
    return pieceOf(name, commune === '' ? undefined : commune, line);
  });
}

/**
 * Points of a street's line. Each lamp is moved across the street onto the line that runs through those beside it: the
 * middle of a street that has lamps on both sides, staggered or not. Those that come together then are one point.
 */
function knotsOf(lamps: readonly Position[]): readonly Position[] {
  const beside = nearIndex(lamps);
  const drawn = lamps.map((lamp) =>
    acrossOnto(
      lamp,
      beside.within(lamp, BESIDE_M).map((i) => lamps[i]!),
    ),
  );
  const near = nearIndex(drawn);
  const used = new Set<number>();
  return drawn.flatMap((position, i) => {
    if (used.has(i)) return [];
    const group = near.within(position, TOGETHER_M).filter((j) => !used.has(j));
    for (const j of group) used.add(j);
    return [meanOf(group.map((j) => drawn[j]!))];
  });
}

function meanOf(positions: readonly Position[]): Position {
  const mean = (axis: 0 | 1) =>
    positions.reduce((sum, position) => sum + position[axis], 0) / positions.length;
  return placed(mean(0), mean(1));
}

const placed = (lon: number, lat: number): Position => [Number(lon.toFixed(7)), Number(lat.toFixed(7))];

/** The foot of a place on the line that fits some places best: their mean, along their principal axis. */
function acrossOnto([lon, lat]: Position, beside: readonly Position[]): Position {
  const [meanLon, meanLat] = meanOf(beside);
  const scale = Math.cos((meanLat * Math.PI) / 180);
  let [xx, xy, yy] = [0, 0, 0];
  for (const [otherLon, otherLat] of beside) {
    const [x, y] = [(otherLon - meanLon) * scale, otherLat - meanLat];
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const along = (lon - meanLon) * scale * dx + (lat - meanLat) * dy;
  return placed(meanLon + (along * dx) / scale, meanLat + along * dy);
}

/** Kruskal's: the shortest ways that join all that can be joined. */
function shortestTree(positions: readonly Position[]): readonly Join[] {
  const near = nearIndex(positions);
  const ways = positions.flatMap((position, a) =>
    near
      .within(position, GAP_M)
      .filter((b) => b > a)
      .map((b) => ({ a, b, metres: distance(position, positions[b]!) })),
  );
  ways.sort((one, other) => one.metres - other.metres || one.a - other.a || one.b - other.b);
  const root = positions.map((_, i) => i);
  const rootOf = (i: number): number => {
    while (root[i] !== i) {
      root[i] = root[root[i]!]!;
      i = root[i]!;
    }
    return i;
  };
  return ways.flatMap(({ a, b }) => {
    const [ra, rb] = [rootOf(a), rootOf(b)];
    if (ra === rb) return [];
    root[ra] = rb;
    return [[a, b] as const];
  });
}

/** From each end of a street to the nearest knot of another. */
function corners(knots: readonly Knot[], joins: readonly Join[]): readonly Join[] {
  const degree = new Map<number, number>();
  for (const join of joins) for (const i of join) degree.set(i, (degree.get(i) ?? 0) + 1);
  const near = nearIndex(knots.map(({ position }) => position));
  return knots.flatMap(({ street, position }, i) => {
    if ((degree.get(i) ?? 0) > 1) return [];
    const others = near.within(position, CORNER_M).filter((j) => knots[j]!.street !== street);
    if (others.length === 0) return [];
    const far = (j: number) => distance(position, knots[j]!.position);
    return [[i, others.reduce((best, j) => (far(j) < far(best) ? j : best))] as const];
  });
}

/** Most points of one line. */
const LONGEST = 100;

/** What follows each other in one street, as one line: a piece of street each, from junction to junction. */
function chains(
  joins: readonly Join[],
  streetOf: (join: Join) => string,
): readonly { readonly street: string; readonly chain: readonly number[] }[] {
  const at = new Map<number, Join[]>();
  for (const join of joins)
    for (const knot of join) {
      const known = at.get(knot);
      if (known === undefined) at.set(knot, [join]);
      else known.push(join);
    }
  const isEnd = (knot: number) => {
    const ways = at.get(knot)!;
    return ways.length !== 2 || streetOf(ways[0]!) !== streetOf(ways[1]!);
  };
  const used = new Set<Join>();
  const follow = (chain: number[], first: Join): number[] => {
    for (let join: Join | undefined = first; join !== undefined && chain.length < LONGEST; ) {
      used.add(join);
      const here = chain.at(-1)!;
      const next: number = join[0] === here ? join[1] : join[0];
      chain.push(next);
      join = isEnd(next) ? undefined : at.get(next)!.find((way) => !used.has(way));
    }
    return chain;
  };
  // Those that begin at a junction or an end first; what is left then are rings and what was too long.
  const inOrder = [...joins.filter((join) => join.some(isEnd)), ...joins];
  return inOrder.flatMap((join) => {
    if (used.has(join)) return [];
    const begin = isEnd(join[1]) && !isEnd(join[0]) ? join[1] : join[0];
    return [{ street: streetOf(join), chain: follow([begin], join) }];
  });
}
