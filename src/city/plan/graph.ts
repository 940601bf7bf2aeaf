import { gap, pathLength } from './geometry.ts';
import type { Line, Network } from './network.ts';
import type { Point } from './types.ts';

/** An edge in the plane, still knowing the line it was cut from; edges of a line are in its order. */
type PlaneEdge = {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly path: readonly Point[];
  readonly length: number;
  /** middle of the edge as a share of its line, 0 … 1 */
  readonly share: number;
};

export type PlaneGraph = { readonly nodes: readonly Point[]; readonly edges: readonly PlaneEdge[] };

const LONGEST_DEAD_END = 190;

/** Cuts the lines at their junctions and keeps the one connected whole, its nodes numbered anew. */
export function graphOf({ lines, nodes }: Network): PlaneGraph {
  const cut = lines.flatMap((line, index) => cutLine(line, index, nodes));
  const degree = new Uint16Array(nodes.length);
  for (const { from, to } of cut) {
    degree[from]!++;
    degree[to]!++;
  }
  const open = (edge: PlaneEdge) => degree[edge.from] === 1 || degree[edge.to] === 1;
  const kept = cut.filter((e) => lines[e.line]!.names || !open(e) || e.length <= LONGEST_DEAD_END);
  const whole = largest(kept, nodes.length);
  const number = new Map<number, number>();
  const renumber = (node: number) => {
    if (!number.has(node)) number.set(node, number.size);
    return number.get(node)!;
  };
  const edges = whole.map((edge) => ({ ...edge, from: renumber(edge.from), to: renumber(edge.to) }));
  return { nodes: [...number.keys()].map((node) => nodes[node]!), edges };
}

function cutLine(line: Line, index: number, nodes: readonly Point[]): PlaneEdge[] {
  const joints = [...line.joints].sort((a, b) => a.at - b.at);
  const edges: PlaneEdge[] = [];
  for (let i = 0; i + 1 < joints.length; i++) {
    const [a, b] = [joints[i]!, joints[i + 1]!];
    if (a.node === b.node) continue;
    const inner = line.path.slice(Math.floor(a.at) + 1, Math.ceil(b.at));
    const path = straighten([nodes[a.node]!, ...inner, nodes[b.node]!]);
    const share = (a.at + b.at) / 2 / (line.path.length - 1);
    edges.push({ line: index, from: a.node, to: b.node, path, length: pathLength(path), share });
  }
  return edges;
}

/** Drops vertices that a straight line passes within half a metre of. */
function straighten(path: readonly Point[]): Point[] {
  const out = [path[0]!];
  for (let i = 1; i + 1 < path.length; i++) {
    const [a, p, b] = [out.at(-1)!, path[i]!, path[i + 1]!];
    const area = Math.abs((p[0] - a[0]) * (b[1] - a[1]) - (p[1] - a[1]) * (b[0] - a[0]));
    if (area / (gap(a, b) || 1) > 0.5) out.push(p);
  }
  out.push(path.at(-1)!);
  return out;
}

/** The edges of the largest connected component (union-find). */
function largest(edges: readonly PlaneEdge[], nodes: number): PlaneEdge[] {
  const parent = Int32Array.from({ length: nodes }, (_, i) => i);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (const { from, to } of edges) parent[root(from)] = root(to);
  const size = new Map<number, number>();
  for (const { from, length } of edges) size.set(root(from), (size.get(root(from)) ?? 0) + length);
  const [main] = [...size].reduce((a, b) => (b[1] > a[1] ? b : a));
  return edges.filter(({ from }) => root(from) === main);
}
