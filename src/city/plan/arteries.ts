import data from '../data/arteries.json' with { type: 'json' };
import { gap, smooth, toPlane } from './geometry.ts';
import type { Joint, Line, Network } from './network.ts';
import type { Point, StreetClass } from './types.ts';

const PACE = 16; // metres between vertices: short enough for the network's index
const SAME = 14; // ends and crossings nearer than this are one junction

const points: Readonly<Record<string, readonly number[] | undefined>> = data.points;

/** A point of the drawing, by name or by coordinates. */
function place(at: string | readonly number[]): Point {
  const found = typeof at === 'string' ? points[at] : at;
  if (!found) throw new Error(`arteries.json: no point named ${at}`);
  return toPlane(found);
}

/** Lays the boulevards, avenues and routes that are given by name, joined where they touch or cross. */
export function layArteries(network: Network): void {
  const named = new Map(Object.keys(points).map((name) => [name, network.addNode(place(name))]));
  for (const artery of data.arteries) {
    const path = smooth(artery.via.map(place), PACE);
    const through = artery.via.flatMap((at) => (typeof at === 'string' ? [named.get(at)!] : []));
    const names: readonly [string, string] = artery.names
      ? [artery.names[0]!, artery.names[1]!]
      : [artery.name!, artery.name!];
    lay(network, path, through, {
      class: (artery.class ?? 'avenue') as StreetClass,
      names,
      lit: artery.lit ?? false,
    });
  }
}

function lay(
  network: Network,
  path: Point[],
  through: number[],
  kind: Pick<Line, 'class' | 'names' | 'lit'>,
): void {
  const { nodes, lines } = network;
  const joints: Joint[] = through.map((node) => ({ node, at: nearest(path, nodes[node]!) }));
  const join = (at: number, point: Point): number | undefined => {
    const near = nodes.findIndex((n) => gap(n, point) < SAME);
    if (near >= 0 && joints.some((j) => j.node === near)) return undefined;
    const node = near >= 0 ? near : network.addNode(point);
    joints.push({ at, node });
    return node;
  };
  join(0, path[0]!);
  join(path.length - 1, path.at(-1)!);
  for (let i = 0; i + 1 < path.length; i++) {
    const hit = network.crossing(path[i]!, path[i + 1]!, -1);
    const node = hit && join(i + hit.t, hit.point);
    if (node === undefined || !hit) continue;
    const crossed = lines[hit.line]!.joints;
    if (!crossed.some((j) => j.node === node)) crossed.push({ at: hit.at, node });
  }
  network.addLine({ ...kind, path, joints });
}

/** Index of the vertex nearest to a point. */
function nearest(path: readonly Point[], p: Point): number {
  let best = 0;
  for (let i = 1; i < path.length; i++) if (gap(path[i]!, p) < gap(path[best]!, p)) best = i;
  return best;
}
