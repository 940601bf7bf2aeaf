import { TOWNS, townAt, urbanity } from './communes.ts';
import { gap, toPosition, walk } from './geometry.ts';
import type { PlaneGraph } from './graph.ts';
import { type Namable, nameStreets } from './naming.ts';
import type { Line } from './network.ts';
import type { Chance } from './seeded-chance.ts';
import type { Edge, Point, Street, StreetClass } from './types.ts';

/** A line's edges within one commune, under one name. */
type Group = { readonly line: number; readonly commune: string; readonly given?: string; edges: number[] };

/**
 * Makes named streets of the lines. A small street belongs whole to the commune of its middle; an artery
 * is another street in each commune it runs through, as on real signs.
 */
export function streetsOf(
  seed: number,
  graph: PlaneGraph,
  lines: readonly Line[],
  luck: Chance,
): { readonly streets: readonly Street[]; readonly edges: readonly Edge[] } {
  const groups = new Map<string, Group>();
  graph.edges.forEach(({ line, path, length, share }, index) => {
    const { names, path: whole } = lines[line]!;
    const commune = townAt(names ? walk(path, length / 2).point : whole[whole.length >> 1]!).name;
    const given = names?.[share < 0.5 ? 0 : 1];
    const key = `${line} ${commune} ${given}`;
    const group = groups.get(key);
    if (group) group.edges.push(index);
    else groups.set(key, { line, commune, edges: [index], ...(given ? { given } : {}) });
  });
  const list = [...groups.values()];
  const names = nameStreets(
    list.map((group) => namable(seed, group, graph, lines)),
    luck,
  );
  const edges: Edge[] = [];
  const streets = list.map((group, i): Street => {
    const id = `RUE-21-${String(i + 1).padStart(4, '0')}`;
    const kind = classOf(lines[group.line]!);
    let start = 0;
    for (const index of group.edges) {
      const { from, to, path, length } = graph.edges[index]!;
      edges[index] = {
        from,
        to,
        street: id,
        path: path.map(toPosition),
        length: tenth(length),
        start: tenth(start),
        class: kind,
      };
      start += length;
    }
    return {
      id,
      name: names[i]!,
      commune: group.commune,
      class: kind,
      length: tenth(start),
      edges: group.edges,
    };
  });
  return { streets, edges };
}

const tenth = (metres: number) => Math.round(metres * 10) / 10;

/** A cul-de-sac that others have crossed since it was drawn is a street. */
function classOf({ class: kind, joints }: Line): StreetClass {
  return kind === 'lane' && joints.length > 2 ? 'street' : kind;
}

function namable(seed: number, group: Group, { edges, nodes }: PlaneGraph, lines: readonly Line[]): Namable {
  const line = lines[group.line]!;
  const { parent } = line;
  const length = group.edges.reduce((sum, e) => sum + edges[e]!.length, 0);
  const first = edges[group.edges[0]!]!;
  const at: Point = nodes[first.from]!;
  const town = TOWNS.find(({ name }) => name === group.commune)!;
  return {
    commune: group.commune,
    line: group.line,
    length,
    class: classOf(line),
    fromCentre: gap(at, town.center),
    outer: urbanity(seed, at) < 0.25,
    ...(parent === undefined ? {} : { parent }),
    ...(group.given ? { given: group.given } : {}),
  };
}
