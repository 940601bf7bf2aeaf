import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type CrossingLight, NO_CROSSINGS } from '../../../shared/crossing/light.ts';
import type { Crossing } from '../../../shared/crossing/model.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import {
  type CrossingGround,
  crossingReach,
  crossingState,
  litCrossings,
  type OpenCrossing,
} from './lit-crossings.ts';
import { useCity } from './store.ts';

/** Dictionaries come one by one: what is made of them is made once they are in, ms. */
const SETTLED_MS = 400;
/** Their lamps are looked at again so often, ms. */
const LOOK_MS = 5_000;
const NOTHING: CrossingGround = { crossings: [], light: NO_CROSSINGS };

/** The pedestrian crossings of the city, as the hub has last told of them. */
export function useCrossings(): readonly Crossing[] {
  const told = useRoomData((data) => data.crossings);
  return useMemo(() => [...told.values()].flatMap(({ crossings }) => crossings), [told]);
}

/** What the dictionaries say of crossings, by the plan in force. */
function useCrossingGround(): CrossingGround {
  const { lamps, book } = useCity((city) => city);
  const crossings = useCrossings();
  const metres = useRoomData((data) => crossingReach(data.lightingPlan.get('room')?.plan));
  // The columns are others whenever the layout is.
  const layout = useSyncExternalStore(
    (told) => lamps.subscribe(({ kind }) => kind === 'layout' && told()),
    () => lamps.x,
  );
  const [ground, setGround] = useState(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout is another book
  useEffect(() => {
    if (crossings.length === 0) {
      setGround(NOTHING);
      return;
    }
    const timer = setTimeout(() => setGround(litCrossings(crossings, book.pieces, metres)), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [layout, book, crossings, metres]);
  return ground;
}

/** What tells of any place which crossings a lamp there lights. */
export const useCrossingLight = (): CrossingLight => useCrossingGround().light;

export interface KnownCrossings {
  readonly crossings: readonly OpenCrossing[];
  readonly light: CrossingLight;
}

/** The crossings with the lamps that light each, and how those are; looked at again each few seconds. */
export function useKnownCrossings(): KnownCrossings {
  const { crossings, light } = useCrossingGround();
  const lamps = useCity((city) => city.lamps);
  const look = Math.floor(useNow() / LOOK_MS) * LOOK_MS;
  return useMemo(
    () => ({
      light,
      crossings: crossings.map((one) => ({ ...one, state: crossingState(one, lamps, look) })),
    }),
    [crossings, light, lamps, look],
  );
}
