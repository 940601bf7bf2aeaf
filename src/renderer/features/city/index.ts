/** What stands in the city and how fresh what is known of it is. */
export { useMapFreshness } from './freshness.ts';
export { CityProvider, createCityStore, useCity } from './store.ts';
