import { useMemo } from 'react';
import { LampState } from '../../../shared/lamp/state.ts';
import { useNow } from '../../lib/clock/index.ts';
import { isStale, useLink } from '../link/index.ts';
import type { LampTable, MapFreshness } from '../map/index.ts';
import { leftOffAt, mapFreshness } from './map-freshness.ts';
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
  const lost = useLink(({ state }) => isStale(state));
  return useMemo(
    () => mapFreshness(countLamps(lamps), book.lit, ages, lost, now),
    [now, lamps, book, ages, lost],
  );
}

/**
 * Since when what is known of the lamps of these districts is not followed any more, ms, 0 for never: the oldest of
 * them. Undefined while all are followed.
 */
export function useLeftOff(slots: Iterable<number>): number | undefined {
  const now = useNow();
  const ages = useCity((city) => city.ages);
  const lost = useLink(({ state }) => isStale(state));
  const left = Array.from(slots, (slot) => leftOffAt(ages.get(slot), lost, now)).filter(
    (at) => at !== undefined,
  );
  return left.length === 0 ? undefined : Math.min(...left);
}
