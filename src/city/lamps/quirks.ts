import type { CityPlan } from '../plan/index.ts';
import { chance } from '../plan/seeded-chance.ts';

/** What is wrong with a lamp that says it is well: it is never off, never lit, or some of its LEDs are dead. */
export type Quirk = 'stuckOn' | 'quietlyDark' | 'weak';

/** Shares of lamps and cabinets, 0 to 1. */
export interface QuirkShares {
  readonly stuckOn: number;
  readonly quietlyDark: number;
  readonly weak: number;
  /** cabinets whose clock stands still while their lamps are on */
  readonly stuckCabinets: number;
}

/** By index of the lamp. The same ones in a city of one seed. */
export function quirksOf(plan: CityPlan, shares: QuirkShares): readonly (Quirk | undefined)[] {
  const draw = (what: string, id: string) => chance(plan.seed, `quirk of ${what} ${id}`).float();
  const stuck = new Set<string>(
    plan.cabinets.flatMap(({ id }) => (draw('cabinet', id) < shares.stuckCabinets ? [id] : [])),
  );
  const limits = [
    ['stuckOn', shares.stuckOn],
    ['quietlyDark', shares.stuckOn + shares.quietlyDark],
    ['weak', shares.stuckOn + shares.quietlyDark + shares.weak],
  ] as const;
  return plan.lamps.map(({ id, cabinet }) => {
    if (stuck.has(cabinet)) return 'stuckOn';
    const drawn = draw('lamp', id);
    return limits.find(([, limit]) => drawn < limit)?.[0];
  });
}
