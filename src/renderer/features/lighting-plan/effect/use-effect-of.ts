import { useDeferredValue, useMemo } from 'react';
import { effectOf, type PlanEffect, type Standing } from '../../../../shared/lighting/effect.ts';
import type { Day } from '../../../../shared/lighting/local-time.ts';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { lampsAlike, standingsOf } from '../where/standings.ts';
import type { CityForPlans } from '../where/use-city-lamps.ts';

interface EffectOf {
  readonly effect: PlanEffect;
  /** how the draft has the city's lamps */
  readonly standings: readonly Standing[];
}

/** What the draft would change against the plan in force; typing does not wait for it. */
export function useEffectOf(
  inForce: LightingPlan,
  draft: LightingPlan,
  { lamps, facts }: CityForPlans,
  timeZone: string,
  day: Day,
): EffectOf {
  const after = useDeferredValue(draft);
  // Where lamps stand in a plan is much to reckon for a whole city: only what places them counts.
  const placing = placingOf(after);
  const isPlacedAsBefore = placing === placingOf(inForce);
  const were = useMemo(() => standingsOf(inForce, lamps, facts), [inForce, lamps, facts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `placing` is all of `after` that counts
  const standings = useMemo(
    () => (isPlacedAsBefore ? were : standingsOf(after, lamps, facts)),
    [placing, isPlacedAsBefore, were, lamps, facts],
  );
  const alike = useMemo(() => lampsAlike(lamps, were, standings), [lamps, were, standings]);
  const effect = useMemo(
    () => effectOf(inForce, after, alike, timeZone, day),
    [inForce, after, alike, timeZone, day],
  );
  return { effect, standings };
}

const placingOf = ({ groups, floors }: LightingPlan): string =>
  JSON.stringify([groups.map(({ where }) => where ?? null), floors]);
