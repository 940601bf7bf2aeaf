import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { fitterOf } from '../../../../shared/lighting/place-lamps.ts';
import type { CityForPlans } from './use-city-lamps.ts';

type ScenePart = LightingPlan['scenes'][number]['parts'][number];

/** How many lamps each part of a scene has: a lamp is in the first that it fits. */
export function countParts(
  parts: readonly ScenePart[],
  { lamps, facts }: Pick<CityForPlans, 'lamps' | 'facts'>,
): readonly number[] {
  const tests = parts.map(({ where }) => fitterOf(where, facts));
  const counts = parts.map(() => 0);
  for (const { lamp, district } of lamps) {
    const its = tests.findIndex((isIn) => isIn(lamp, district));
    if (its >= 0) counts[its]! += 1;
  }
  return counts;
}
