import { urbanity } from './communes.ts';
import { step, walk } from './geometry.ts';
import type { PlaneGraph } from './graph.ts';
import type { Line } from './network.ts';
import type { Chance } from './seeded-chance.ts';
import { type Lighting, lightingOf } from './street-lighting.ts';
import type { Edge, Lamp, Point, Street } from './types.ts';

/** A lamp before it is wired to a cabinet. */
export type Post = Pick<Lamp, 'edge' | 'street' | 'along' | 'side' | 'luminaire' | 'commune'> & {
  readonly point: Point;
};

/** The streets to light; `edges` and `graph.edges` are the same edges, on the globe and in the plane. */
export type Streets = {
  readonly graph: PlaneGraph;
  readonly edges: readonly Edge[];
  readonly streets: readonly Street[];
  readonly lines: readonly Line[];
};

/** Sets exactly `count` lamps along the streets. */
export function setLamps(seed: number, count: number, city: Streets, luck: Chance): Post[] {
  const { graph, edges, streets, lines } = city;
  const lights = graph.edges.map(({ path, length, line }, i) => {
    const { names, lit } = lines[line]!;
    const route = names !== undefined && names[0] !== names[1] && !lit;
    return lightingOf(edges[i]!.class, urbanity(seed, walk(path, length / 2).point), route);
  });
  const wanted = lights.map((light, i) => (light ? graph.edges[i]!.length / light.every : 0));
  const number = share(count, wanted);
  return streets.flatMap((street) => {
    const oneSide = luck.happens(0.5) ? 1 : -1;
    return street.edges.flatMap((index) => {
      const light = lights[index];
      return light ? row(city, street, index, number[index]!, light, oneSide, luck) : [];
    });
  });
}

/**
 * Shares out a whole number in proportion (largest remainders): each edge gets the whole part of what it
 * wants and the largest fractions get one more, so that the spacing stays even and the total is exact.
 */
function share(count: number, wanted: readonly number[]): number[] {
  const scale = count / wanted.reduce((sum, n) => sum + n, 0);
  const quota = wanted.map((n) => n * scale);
  const shares = quota.map(Math.floor);
  const missing = count - shares.reduce((sum, n) => sum + n, 0);
  const rest = (i: number) => quota[i]! - shares[i]!;
  const first = [...quota.keys()].sort((a, b) => rest(b) - rest(a) || a - b).slice(0, missing);
  for (const i of first) shares[i]!++;
  return shares;
}

/** The lamps of one edge, evenly from corner to corner, with the small errors of real masts. */
function row(
  { graph, edges }: Streets,
  street: Street,
  index: number,
  count: number,
  light: Lighting,
  oneSide: 1 | -1,
  luck: Chance,
): Post[] {
  const { path, length } = graph.edges[index]!;
  const luminaire = { kind: 'LED', power: light.power, height: light.height } as const;
  return Array.from({ length: count }, (_, k): Post => {
    const at = Math.max(0, ((k + 0.5) / count) * length + luck.range(-0.9, 0.9));
    const { point, angle } = walk(path, at);
    const left = light.sides === 'alternate' ? (k % 2 === 0 ? 1 : -1) : oneSide;
    const aside = left * light.offset + luck.range(-0.3, 0.3);
    return {
      edge: index,
      street: street.id,
      commune: street.commune,
      along: Math.round((edges[index]!.start + at) * 10) / 10,
      side: left > 0 ? 'left' : 'right',
      luminaire,
      point: step(point, angle + Math.PI / 2, aside),
    };
  });
}
