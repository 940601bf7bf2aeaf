/** All that the map shows, as lists. */
export { MapLists } from './MapLists.tsx';
export type { ListedMap } from './model.ts';
