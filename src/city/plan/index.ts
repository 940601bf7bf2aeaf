/** The geography of the demo city: what stands where, before anything is switched on. */
export { addressAt } from './addresses.ts';
export { lookupOf, type PlanLookup } from './lookup.ts';
export { buildPlan, LAMP_COUNT } from './plan.ts';
export type * from './types.ts';
