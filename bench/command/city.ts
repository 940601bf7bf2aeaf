import { dictionaries, streetGraphs } from '../../src/city/inventory/inventory.ts';
import { buildPlan, lookupOf } from '../../src/city/plan/index.ts';

/** The demo city of a seed, as a hub knows it. */
const plan = buildPlan(21);
const lookup = lookupOf(plan);
export const inventory = dictionaries(plan, lookup, 2026);
export const streets = streetGraphs(plan, lookup);
export const lamps = inventory.flatMap(({ lamps: all }) => all.filter((lamp) => lamp !== null));
