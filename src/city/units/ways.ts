import { distance, type Position } from '../../shared/geo/position.ts';
import type { CityPlan, Edge, PlanLookup } from '../plan/index.ts';

/** A way that somebody follows: its corners, and how far along it they are. */
export interface Way {
  readonly line: readonly Position[];
  /** metres */
  readonly length: number;
}

/** Finds ways along the streets of the plan. */
export class Ways {
  readonly #plan: CityPlan;
  readonly #lookup: PlanLookup;
  /** edges at each node */
  readonly #out: readonly (readonly number[])[];

  constructor(plan: CityPlan, lookup: PlanLookup) {
    this.#plan = plan;
    this.#lookup = lookup;
    const out: number[][] = plan.nodes.map(() => []);
    for (const [i, { from, to }] of plan.edges.entries()) {
      out[from]!.push(i);
      out[to]!.push(i);
    }
    this.#out = out;
  }

  /**
   * From a place to another, along the streets between.
   * @param drives whether one-way streets are kept to
   */
  between(from: Position, to: Position, drives: boolean): Way {
    const [first, last] = [this.#edgeNear(from), this.#edgeNear(to)];
    const start = this.#endOf(first, from, drives, 'to');
    const goal = this.#endOf(last, to, drives, 'from');
    // On the same piece of street it is some steps.
    const edges = first === last ? [] : this.#search(start, goal, drives);
    const line: Position[] = [from];
    let at = start;
    for (const i of edges) {
      const edge = this.#plan.edges[i]!;
      line.push(...(edge.from === at ? edge.path : edge.path.toReversed()));
      at = edge.from === at ? edge.to : edge.from;
    }
    line.push(to);
    return { line, length: line.reduce((sum, p, i) => sum + (i === 0 ? 0 : distance(line[i - 1]!, p)), 0) };
  }

  #edgeNear(place: Position): Edge {
    return this.#plan.edges[this.#lookup.nearestLamp(place).edge]!;
  }

  /** The end of an edge by which one leaves a place on it (`to`) or comes to it (`from`): the nearer one, where it may be. */
  #endOf({ from, to, oneway }: Edge, place: Position, drives: boolean, end: 'from' | 'to'): number {
    if (drives && oneway !== undefined) return (oneway === 'yes') === (end === 'to') ? to : from;
    const far = (node: number) => distance(place, this.#plan.nodes[node]!.position);
    return far(from) <= far(to) ? from : to;
  }

  /** A* over the junctions. @returns the edges to follow, in order; none where it is there already */
  #search(start: number, goal: number, drives: boolean): readonly number[] {
    const { nodes, edges } = this.#plan;
    const ahead = (node: number) => distance(nodes[node]!.position, nodes[goal]!.position);
    const done = new Map<number, { readonly by: number | undefined; readonly metres: number }>();
    const open = new Map([[start, { by: undefined as number | undefined, metres: 0, guess: ahead(start) }]]);
    for (;;) {
      let next: number | undefined;
      for (const [node, { guess }] of open)
        if (next === undefined || guess < open.get(next)!.guess) next = node;
      if (next === undefined) return []; // the plan is one whole: only where start and goal are one
      const here = open.get(next)!;
      open.delete(next);
      done.set(next, here);
      if (next === goal) break;
      for (const i of this.#out[next]!) {
        const { from, to, length, oneway } = edges[i]!;
        if (drives && oneway !== undefined && (oneway === 'yes') !== (from === next)) continue;
        const other = from === next ? to : from;
        const metres = here.metres + length;
        if (done.has(other) || (open.get(other)?.metres ?? Infinity) <= metres) continue;
        open.set(other, { by: i, metres, guess: metres + ahead(other) });
      }
    }
    const way: number[] = [];
    for (let at = goal; at !== start; ) {
      const by = done.get(at)!.by!;
      way.unshift(by);
      const { from, to } = edges[by]!;
      at = from === at ? to : from;
    }
    return way;
  }
}

/** Where somebody is who has gone so many metres along a way. */
export function placeOn({ line }: Way, metres: number): Position {
  let left = metres;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = distance(a, b);
    if (left < length) {
      const share = left / length;
      const six = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
      return [six(a[0] + share * (b[0] - a[0])), six(a[1] + share * (b[1] - a[1]))];
    }
    left -= length;
  }
  return line.at(-1)!;
}
