import { distance, type Position } from '../../shared/geo/position.ts';
import { CrossingId } from '../../shared/ids.ts';
import { gap, toPlane, toPosition, walk } from './geometry.ts';
import type { Chance } from './seeded-chance.ts';
import type { Crossing, Edge, Node, Place, PlaceKind, Point, StreetClass } from './types.ts';

/** Metres from the middle of a junction to a crossing: behind the kerb of the street that it goes along. */
const BACK: Readonly<Record<StreetClass, number>> = {
  ring: 0,
  boulevard: 13,
  avenue: 10,
  street: 7,
  lane: 6,
};
/** How often an arm of a junction has a crossing; nobody walks over the ring, and lanes need none. */
const SHARE: Readonly<Record<StreetClass, number>> = {
  ring: 0,
  boulevard: 0.95,
  avenue: 0.85,
  street: 0.12,
  lane: 0,
};
/** Where many small streets meet an artery their mouths are crossed too. */
const BESIDE_ARTERY = 0.5;
/** Streets are crossed between junctions where many people come out. */
const BUSY: ReadonlySet<PlaceKind> = new Set(['school', 'tram', 'station', 'hospital', 'townHall']);
/** Nearer than this two crossings of one street are one, m. */
const APART = 25;

interface City {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly places: readonly Place[];
}

/** Pedestrian crossings: on the arms of junctions, and before schools, stops and the like. */
export function crossingsOf({ nodes, edges, places }: City, luck: Chance): readonly Crossing[] {
  const arms = nodes.map((): number[] => []);
  for (const [i, { from, to }] of edges.entries()) {
    arms[from]!.push(i);
    arms[to]!.push(i);
  }
  const found: Omit<Crossing, 'id'>[] = [];
  const add = (edge: Edge, position: Position) => {
    const isNew = found.every(
      (one) => one.street !== edge.street || distance(one.position, position) > APART,
    );
    if (isNew) found.push({ position, street: edge.street });
  };
  for (const [node, its] of arms.entries()) {
    const classes = its.map((i) => edges[i]!.class);
    if (its.length < 3 || classes.includes('ring')) continue;
    const widest = Math.max(...classes.map((one) => BACK[one]));
    const byArtery = classes.some((one) => one === 'boulevard' || one === 'avenue');
    for (const edge of its.map((i) => edges[i]!)) {
      const share = byArtery && edge.class === 'street' ? BESIDE_ARTERY : SHARE[edge.class];
      if (!luck.happens(share) || edge.length < 2 * widest + APART) continue;
      const path = edge.path.map(toPlane);
      add(edge, toPosition(walk(edge.from === node ? path : path.toReversed(), widest).point));
    }
  }
  for (const place of places) {
    if (!BUSY.has(place.kind)) continue;
    const before = nearestOn(edges, place);
    if (before !== undefined) add(...before);
  }
  return found.map((one, i) => ({ id: CrossingId.parse(`PP-21-${String(i + 1).padStart(4, '0')}`), ...one }));
}

/** Where the street of a place passes it, if it is one that is crossed. */
function nearestOn(edges: readonly Edge[], { street, position }: Place): [Edge, Position] | undefined {
  const at = toPlane(position);
  const points = edges.flatMap((edge): { edge: Edge; point: Point; far: number }[] => {
    if (edge.street !== street || SHARE[edge.class] === 0) return [];
    const { point } = walk(edge.path.map(toPlane), edge.length / 2);
    return [{ edge, point, far: gap(point, at) }];
  });
  if (points.length === 0) return undefined;
  const { edge, point } = points.reduce((best, one) => (one.far < best.far ? one : best));
  return [edge, toPosition(point)];
}
