/** What stands in the city and how fresh what is known of it is. */

export { useMapFreshness } from './freshness.ts';
export type { LampBook } from './lamp-book.ts';
export { createPicksStore, PicksProvider, usePicks } from './picks.ts';
export { StreetLamps } from './StreetLamps.tsx';
export { CityProvider, createCityStore, useCity } from './store.ts';
