import data from '../data/communes.json' with { type: 'json' };
import { gap, toPlane } from './geometry.ts';
import { noise } from './seeded-chance.ts';
import type { Commune, Point } from './types.ts';

/** A commune with its built-up radius: people need ground, a village a little more each. */
type Town = Commune & { readonly center: Point; readonly radius: number };

const CITY_RADIUS = 3_450; // Dijon is denser than the rest, so not by the rule of the others

export const TOWNS: readonly Town[] = data.communes.map(({ name, population, lat, lon }) => ({
  name,
  population,
  position: [lon, lat],
  center: toPlane([lon, lat]),
  radius: name === 'Dijon' ? CITY_RADIUS : 150 + 7.4 * Math.sqrt(population),
}));

/** The commune a point belongs to: the one whose built-up edge is nearest. */
export function townAt(p: Point): Town {
  let best = TOWNS[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const town of TOWNS) {
    const d = gap(p, town.center) - town.radius;
    if (d < least) [best, least] = [town, d];
  }
  return best;
}

/** How built-up a point is: 1 in a town's centre, 0 at its ragged edge, negative in the fields. */
export function urbanity(seed: number, p: Point): number {
  let most = -1;
  for (const { center, radius } of TOWNS) {
    const d = gap(p, center);
    if (d > radius * 1.5) continue;
    const grain = Math.min(900, radius * 0.8);
    const ragged = 0.72 + 0.6 * noise(seed, p[0] / grain, p[1] / grain);
    most = Math.max(most, 1 - (d * ragged) / radius);
  }
  return most;
}
