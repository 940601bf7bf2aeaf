import type { LightingReach } from '../../../shared/lighting/reach.ts';

const MINUTE_MS = 60_000;

export interface LateCabinets {
  /** worth a name: each with how long it has lacked the plan, ms */
  readonly late: readonly (LightingReach['lacking'][number] & { readonly lasts: number })[];
  /** late as well, but not named to seats */
  readonly others: number;
  /** told less than a minute or two ago: on their way */
  readonly fresh: number;
}

/**
 * Who has lacked the plan for so long that it says something: what was sent this very minute is on its way.
 * @param minute of now, ms: what is said changes no more often
 */
export function lateCabinets(
  { cabinets, taken, lacking }: Pick<LightingReach, 'cabinets' | 'taken' | 'lacking'>,
  minute: number,
): LateCabinets {
  const all = lacking.map((one) => ({ ...one, lasts: minute - Date.parse(one.since) }));
  const late = all.filter(({ lasts, code }) => code !== undefined || lasts >= MINUTE_MS);
  // Only so many are named to seats, those first that have lacked it longest: behind one that is fresh all are.
  const unnamed = cabinets - taken - lacking.length;
  const areFresh = late.length < all.length;
  return {
    late,
    others: areFresh ? 0 : unnamed,
    fresh: areFresh ? all.length - late.length + unnamed : 0,
  };
}
