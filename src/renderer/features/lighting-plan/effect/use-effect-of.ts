import { useDeferredValue, useMemo } from 'react';
import { effectOf, type PlanEffect } from '../../../../shared/lighting/effect.ts';
import type { Day } from '../../../../shared/lighting/local-time.ts';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { streetFacts } from '../../../../shared/lighting/place-lamps.ts';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { useCity } from '../../city/index.ts';
import { lampsAlike } from './lamps-alike.ts';

/** What the draft would change against the plan in force; typing does not wait for it. */
export function useEffectOf(
  inForce: LightingPlan,
  draft: LightingPlan,
  timeZone: string,
  day: Day,
): PlanEffect {
  const book = useCity((city) => city.book);
  const streets = useCity((city) => city.streets);
  const places = useRoomData((data) => data.lampPlaces);
  const after = useDeferredValue(draft);
  const facts = useMemo(() => streetFacts(streets), [streets]);
  // Where lamps stand in a plan is much to reckon for a whole city: only what places them counts.
  const placing = JSON.stringify([after.groups, after.floors]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `placing` is all of `after` that counts; `places` are others when the book is
  const alike = useMemo(
    () => lampsAlike(inForce, after, book.pieces, facts),
    [inForce, placing, book, places, facts],
  );
  return useMemo(
    () => effectOf(inForce, after, alike, timeZone, day),
    [inForce, after, alike, timeZone, day],
  );
}
