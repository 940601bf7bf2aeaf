/** Which base map this seat has, and fetching it beforehand; `features/map` draws it. */
export { BaseMapFacts } from './BaseMapFacts.tsx';
export { BaseMapProvider, createBaseMapStore } from './store.ts';
export { useMapBase } from './use-map-base.ts';
