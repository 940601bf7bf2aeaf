import { baseAreas } from './areas.ts';
import { layArteries } from './arteries.ts';
import { TOWNS } from './communes.ts';
import { crossingsOf } from './crossings.ts';
import { toPosition } from './geometry.ts';
import { graphOf } from './graph.ts';
import { wireCity } from './grid.ts';
import { growStreets } from './growth.ts';
import { setLamps } from './lamps.ts';
import { Network } from './network.ts';
import { withOneWays } from './one-way.ts';
import { placesOf } from './places.ts';
import { chance } from './seeded-chance.ts';
import { grainOf } from './street-grain.ts';
import { streetsOf } from './streets.ts';
import type { CityPlan } from './types.ts';

/** As many as the métropole lights. */
export const LAMP_COUNT = 34_000;

/** Builds the whole demo city; the same seed gives the same plan, to the last lamp. */
export function buildPlan(seed: number): CityPlan {
  const network = new Network();
  layArteries(network);
  growStreets(seed, network, grainOf(seed, [...network.lines]), chance(seed, 'streets'));
  const graph = graphOf(network);
  const { streets, edges: laid } = streetsOf(seed, graph, network.lines, chance(seed, 'names'));
  const edges = withOneWays(seed, streets, laid, chance(seed, 'one-way'));
  const posts = setLamps(
    seed,
    LAMP_COUNT,
    { graph, edges, streets, lines: network.lines },
    chance(seed, 'lamps'),
  );
  const { districts, cabinets, lamps } = wireCity(posts, graph, edges);
  const nodes = graph.nodes.map((point) => ({ position: toPosition(point) }));
  const places = placesOf(lamps, chance(seed, 'places'));
  return {
    seed,
    communes: TOWNS.map(({ name, population, position }) => ({ name, population, position })),
    nodes,
    edges,
    streets,
    lamps,
    cabinets,
    districts,
    areas: baseAreas(),
    places,
    crossings: crossingsOf({ nodes, edges, places }, chance(seed, 'crossings')),
  };
}
