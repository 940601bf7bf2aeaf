import { useMemo } from 'react';
import { LampState } from '../../../shared/lamp/state.ts';
import { useNow } from '../../lib/clock/index.ts';
import { isStale, useLink } from '../link/index.ts';
import type { LampTable, MapFreshness } from '../map/index.ts';
import { mapFreshness } from './map-freshness.ts';
import { useCity } from './store.ts';

/** Lamps that have been heard of, all there are (tombstones are none), and when the latest was observed, ms. */
export function countLamps({ size, x, state, observedAt }: LampTable): {
  readonly known: number;
  readonly total: number;
  readonly newest: number;
} {
  let newest = 0;
  let known = 0;
  let total = 0;
  for (let i = 0; i < size; i++) {
    if (x[i]! < 0) continue;
    total++;
    if ((state[i]! & LampState.neverSeen) !== 0) continue;
    known++;
    newest = Math.max(newest, observedAt[i]!);
  }
  return { known, total, newest: newest * 1_000 };
}

/** How far the map can be believed, counted each second. */
export function useMapFreshness(): MapFreshness {
  const now = useNow();
  const { lamps, book, ages } = useCity((city) => city);
  const link = useLink(({ state }) => state);
  const offset = link?.clockOffset ?? 0;
  const lost = isStale(link);
  return useMemo(() => {
    const told = mapFreshness(countLamps(lamps), book.lit, ages, lost, now - offset);
    // The frames' clock is the hub's; what is shown is read beside the seat's.
    return 'since' in told && told.since !== undefined ? { ...told, since: told.since + offset } : told;
  }, [now, offset, lamps, book, ages, lost]);
}
