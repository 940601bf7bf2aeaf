import type { CabinetId } from '../../shared/ids.ts';
import { bearing, gap, step, walk } from './geometry.ts';
import type { PlaneGraph } from './graph.ts';
import type { Post } from './lamps.ts';
import { middle, type Piece } from './partition.ts';
import type { Edge, Point } from './types.ts';

/** Lamps in a row on one edge: the smallest thing that is wired together; none on an unlit edge. */
type Run = Piece & { readonly posts: readonly Post[]; readonly edge: number; readonly street: string };

/** A cabinet still in the plane, with its lamps by circuit. */
export type Wiring = {
  readonly id: CabinetId;
  readonly point: Point;
  readonly street: string;
  readonly circuits: readonly (readonly Post[])[];
};

const LONGEST_RUN = 9;

/** Cuts every edge into runs, each joined to the next. */
export function runsOf(posts: readonly Post[], graph: PlaneGraph, edges: readonly Edge[]): Run[] {
  const byEdge = Map.groupBy(posts, (post) => post.edge);
  let end = graph.nodes.length;
  return graph.edges.flatMap(({ from, to, path, length }, edge) => {
    const row = byEdge.get(edge) ?? [];
    const count = Math.max(1, Math.ceil(row.length / LONGEST_RUN));
    let last = from;
    return Array.from({ length: count }, (_, i): Run => {
      const part = row.slice(
        Math.round((i * row.length) / count),
        Math.round(((i + 1) * row.length) / count),
      );
      const ends = [last, i === count - 1 ? to : end++] as const;
      last = ends[1];
      const center = walk(path, ((i + 0.5) / count) * length).point;
      return { posts: part, edge, street: edges[edge]!.street, center, weight: part.length, ends };
    });
  });
}

/** Puts a cabinet at the corner nearest to its lamps and feeds them in circuits, each a sector around it. */
export function wire(
  id: CabinetId,
  group: readonly Run[],
  graph: PlaneGraph,
  edges: readonly Edge[],
): Wiring {
  const runs = group.filter(({ weight }) => weight > 0);
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
  const number = streets.length > 9 ? 4 : streets.length > 5 ? 3 : 2; // many small streets, more feeders
  const circuits = Array.from({ length: number }, (_, i) =>
    order.slice(Math.round((i * order.length) / number), Math.round(((i + 1) * order.length) / number)),
  );
  return { id, point, street: edges[corner.edge]!.street, circuits };
}
