import { useSyncExternalStore } from 'react';
import { useCity } from './store.ts';

/** Another one whenever lamps have come, gone or moved: the columns of the table, which are others then. */
export function useLayout(): Float64Array {
  const lamps = useCity((city) => city.lamps);
  return useSyncExternalStore(
    (told) => lamps.subscribe(({ kind }) => kind === 'layout' && told()),
    () => lamps.x,
  );
}
