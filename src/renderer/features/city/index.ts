/** What stands in the city and how fresh what is known of it is. */

export { CabinetCard } from './CabinetCard.tsx';
export { CrossingCard } from './CrossingCard.tsx';
export { useLeftOff, useMapFreshness } from './freshness.ts';
export { contentOf, idsOf, lampsOfContent } from './kept-content.ts';
export { LampLines } from './LampLines.tsx';
export type { LampBook } from './lamp-book.ts';
export { allGroups, groupAt, groupsWithLamps, lampsOf } from './lamp-groups.ts';
export { isLed, ledShare } from './led-share.ts';
export type { OpenCrossing } from './lit-crossings.ts';
export { leftOffAt } from './map-freshness.ts';
export { createPicksStore, PicksProvider, usePicks } from './picks.ts';
export { StreetLamps } from './StreetLamps.tsx';
export { type City, CityProvider, createCityStore, useCity } from './store.ts';
export { circuitName, type DistrictGround, type OpenCabinet } from './supply.ts';
export { useCrossingLight, useCrossings, useKnownCrossings } from './use-crossings.ts';
export { useLayout } from './use-layout.ts';
export { useSupply } from './use-supply.ts';
