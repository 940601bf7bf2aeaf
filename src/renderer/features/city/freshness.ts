import { useMemo } from 'react';
import { LampState } from '../../../shared/lamp/state.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useDesk } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import type { LampTable, MapFreshness } from '../map/index.ts';
import { useCity } from './store.ts';

/** Lamps that have been heard of, and all there are; tombstones are none. */
export function countLamps({ size, x, state }: LampTable): {
  readonly known: number;
  readonly total: number;
} {
  let known = 0;
  let total = 0;
  for (let i = 0; i < size; i++) {
    if (x[i]! < 0) continue;
    total++;
    if ((state[i]! & LampState.neverSeen) === 0) known++;
  }
  return { known, total };
}

/** How far the map can be believed, counted each second. */
export function useMapFreshness(): MapFreshness {
  const now = useNow();
  const lamps = useCity((city) => city.lamps);
  const link = useLink(({ state }) => state);
  const asOf = useDesk((desk) => desk.asOf);
  return useMemo(() => {
    const { known, total } = countLamps(lamps);
    if (total === 0) return { kind: 'empty' };
    if (isStale(link)) return { kind: 'stale', since: asOf === undefined ? now : Date.parse(asOf) };
    const heardAt = link?.hub.kind === 'up' ? millis(link.hub.heardAt) : now;
    return { kind: 'live', known, total, lagMs: Math.max(0, now - heardAt) };
  }, [now, lamps, link, asOf]);
}
