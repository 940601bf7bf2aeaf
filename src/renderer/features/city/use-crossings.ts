import { useEffect, useMemo, useState } from 'react';
import { type CrossingLight, NO_CROSSINGS } from '../../../shared/crossing/light.ts';
import type { Crossing, DistrictCrossings } from '../../../shared/crossing/model.ts';
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
import { useLayout } from './use-layout.ts';

/** Dictionaries come one by one: what is made of them is made once they are in, ms. */
const SETTLED_MS = 400;
/** Their lamps are looked at again so often, ms. */
const LOOK_MS = 5_000;
const NOTHING: CrossingGround = { crossings: [], light: NO_CROSSINGS };

/** What was made last, of what: who else looks at the same crossings and lamps takes it. */
let last: { readonly of: readonly unknown[]; readonly ground: CrossingGround } | undefined;

/** The pedestrian crossings of the city, as the hub has last told of them. */
export function useCrossings(): readonly Crossing[] {
  const told = useRoomData((data) => data.crossings);
  return useMemo(() => crossingsOf(told), [told]);
}
const crossingsOf = (told: ReadonlyMap<string, DistrictCrossings>): readonly Crossing[] =>
  [...told.values()].flatMap(({ crossings }) => crossings);

/** What the dictionaries say of crossings, by the plan in force. */
function useCrossingGround(): CrossingGround {
  const book = useCity((city) => city.book);
  const told = useRoomData((data) => data.crossings);
  const metres = useRoomData((data) => crossingReach(data.lightingPlan.get('room')?.plan));
  const layout = useLayout();
  const [ground, setGround] = useState(NOTHING);
  useEffect(() => {
    const crossings = crossingsOf(told);
    if (crossings.length === 0) {
      setGround(NOTHING);
      return;
    }
    const of = [layout, book, told, metres];
    const make = () => {
      if (last === undefined || of.some((one, i) => one !== last?.of[i]))
        last = { of, ground: litCrossings(crossings, book.pieces, metres) };
      setGround(last.ground);
    };
    const timer = setTimeout(make, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [layout, book, told, metres]);
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
