import { urbanity } from './communes.ts';
import { toPlane } from './geometry.ts';
import type { Chance } from './seeded-chance.ts';
import type { Edge, Street } from './types.ts';

type Direction = NonNullable<Edge['oneway']>;

/** How much of the streets in the middle of towns is driven in one direction; and what is the middle, see `urbanity`. */
const SHARE = 0.4;
const MIDDLE = 0.45;

/**
 * Makes some small streets one-way, whole streets, as a town does: from everywhere one still gets everywhere.
 * @returns the same edges, some with a direction
 */
export function withOneWays(
  seed: number,
  streets: readonly Street[],
  edges: readonly Edge[],
  luck: Chance,
): readonly Edge[] {
  const driven = new Map<string, Direction>();
  for (const { id, class: kind, edges: own } of streets) {
    const middle = edges[own[own.length >> 1]!]!;
    if (kind !== 'street' || urbanity(seed, toPlane(middle.path[0]!)) < MIDDLE || !luck.happens(SHARE))
      continue;
    driven.set(id, luck.happens(0.5) ? 'yes' : '-1');
  }
  const at = edgesAt(edges);
  // A street at which one would be caught, or shut out, is driven both ways again.
  for (let mended = true; mended; ) {
    const [out, back] = [reach(edges, at, driven, 'yes'), reach(edges, at, driven, '-1')];
    const isWhole = (node: number) => out.has(node) && back.has(node);
    const borders = edges.filter(
      ({ from, to, street }) => driven.has(street) && isWhole(from) !== isWhole(to),
    );
    for (const { street } of borders) driven.delete(street);
    mended = borders.length > 0;
  }
  return edges.map((edge) => {
    const oneway = driven.get(edge.street);
    return oneway === undefined ? edge : { ...edge, oneway };
  });
}

function edgesAt(edges: readonly Edge[]): ReadonlyMap<number, readonly number[]> {
  const at = new Map<number, number[]>();
  for (const [i, { from, to }] of edges.entries())
    for (const node of [from, to]) {
      const known = at.get(node);
      if (known === undefined) at.set(node, [i]);
      else known.push(i);
    }
  return at;
}

/** The nodes that one gets to from the first one (`yes`), or from which one gets there (`-1`). */
function reach(
  edges: readonly Edge[],
  at: ReadonlyMap<number, readonly number[]>,
  driven: ReadonlyMap<string, Direction>,
  direction: Direction,
): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [0];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const i of at.get(node) ?? []) {
      const { from, to, street } = edges[i]!;
      const only = driven.get(street);
      if (node === from && (only === undefined || only === direction)) open.push(to);
      if (node === to && (only === undefined || only !== direction)) open.push(from);
    }
  }
  return seen;
}
