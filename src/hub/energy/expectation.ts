import type { Expected } from '../../shared/energy/stretch.ts';
import { burningsAt, expectedLevel } from '../../shared/lighting/burning.ts';
import type { LightingPlans } from '../lighting/program/plans.ts';

const MINUTE_MS = 60_000;

/**
 * What each lamp's programme says, reckoned once a minute for all lamps of the same group under the same floor.
 * @param districtAt its id, by place in the inventory @param aheadMs by which lamps live ahead of the clock
 */
export function expectations(
  plans: Pick<LightingPlans, 'plan' | 'placesOf'>,
  districtAt: (place: number) => string | undefined,
  timeZone: string,
  aheadMs: number,
): (district: number, index: number, at: number) => Expected | undefined {
  let known:
    | { minute: number; plan: LightingPlans['plan']; burning: ReturnType<typeof burningsAt> }
    | undefined;
  return (district, index, at) => {
    const { plan } = plans;
    const id = districtAt(district);
    const places = id === undefined ? undefined : plans.placesOf(id);
    if (plan === undefined || places === undefined) return undefined;
    const minute = Math.floor(at / MINUTE_MS);
    if (known?.minute !== minute || known.plan !== plan)
      known = { minute, plan, burning: burningsAt(plan, timeZone, at + aheadMs) };
    const burning = known.burning({ group: places.groups[index] ?? -1, floor: places.floors[index] ?? -1 });
    const raised = burning?.step?.presence?.raised;
    return burning && { level: expectedLevel(burning), ...(raised !== undefined && { raised }) };
  };
}
