import type { CabinetId } from '../../shared/ids.ts';
import { bearing, gap, step } from './geometry.ts';
import type { PlaneGraph } from './graph.ts';
import type { Post } from './lamps.ts';
import { middle, type Weighed } from './partition.ts';
import type { Edge, Point } from './types.ts';

/** Lamps in a row on one edge: the smallest thing that is wired together. */
export type Run = Weighed & {
  readonly posts: readonly Post[];
  readonly edge: number;
  readonly street: string;
};

/** A cabinet still in the plane, with its lamps by circuit. */
export type Wiring = {
  readonly id: CabinetId;
  readonly point: Point;
  readonly street: string;
  readonly circuits: readonly (readonly Post[])[];
};

const LONGEST_RUN = 9;

/** Cuts the lamps, given edge by edge, into runs. */
export function runsOf(posts: readonly Post[]): Run[] {
  const runs: Run[] = [];
  for (const [edge, row] of Map.groupBy(posts, (post) => post.edge)) {
    const size = Math.ceil(row.length / Math.ceil(row.length / LONGEST_RUN));
    for (let i = 0; i < row.length; i += size) {
      const part = row.slice(i, i + size);
      const center = part[part.length >> 1]!.point;
      runs.push({ posts: part, edge, street: part[0]!.street, center, weight: part.length });
    }
  }
  return runs;
}

/** Puts a cabinet at the corner nearest to its lamps and feeds them in circuits, each a sector around it. */
export function wire(id: CabinetId, runs: readonly Run[], graph: PlaneGraph, edges: readonly Edge[]): Wiring {
  const heart = middle(runs);
  const corners = runs.flatMap(({ edge }) => {
    const { from, to } = graph.edges[edge]!;
    return [from, to].map((node) => ({ node, edge }));
  });
  const away = ({ node }: { node: number }) => gap(graph.nodes[node]!, heart);
  const corner = corners.reduce((a, b) => (away(b) < away(a) ? b : a));
  const point = step(graph.nodes[corner.node]!, bearing(graph.nodes[corner.node]!, heart), 6);
  const streets = [...Map.groupBy(runs, (run) => run.street).values()];
  const sector = (rows: readonly Run[]) => bearing(point, middle(rows));
  const order = streets
    .sort((a, b) => sector(a) - sector(b))
    .flat()
    .flatMap((run) => run.posts);
  const number = Math.min(4, Math.max(2, Math.round(order.length / 17)));
  const circuits = Array.from({ length: number }, (_, i) =>
    order.slice(Math.round((i * order.length) / number), Math.round(((i + 1) * order.length) / number)),
  );
  return { id, point, street: edges[corner.edge]!.street, circuits };
}
