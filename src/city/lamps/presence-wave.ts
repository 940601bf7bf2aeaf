import type { LampId } from '../../shared/ids.ts';
import type { PresenceProfile } from '../../shared/lighting/model.ts';
import type { CityPlan, PlanLookup } from '../plan/index.ts';
import type { PresenceChange } from './walkers.ts';

/**
 * Light that walks along: lamps at which somebody is, some ahead of them on their way, and those they have just left.
 * Gateways of neighbouring cabinets pass it on, so that it doesn't end where a cabinet's lamps do. Nothing is kept of
 * who passed when: a lamp only knows until when it is awake.
 */
export class PresenceWave {
  readonly #plan: CityPlan;
  readonly #lookup: PlanLookup;
  readonly #index: ReadonlyMap<LampId, number>;
  /** how many people are near: two may pass at once */
  readonly #near: Uint8Array;
  /** ms of the city's day */
  readonly #until: Float64Array;

  constructor(plan: CityPlan, lookup: PlanLookup) {
    this.#plan = plan;
    this.#lookup = lookup;
    this.#index = new Map(plan.lamps.map(({ id }, i) => [id, i]));
    this.#near = new Uint8Array(plan.lamps.length);
    this.#until = new Float64Array(plan.lamps.length);
  }

  /** @param profile of the lamp now; without one it wakes for nobody */
  sensed(
    { lamp, present, heading }: PresenceChange,
    profile: PresenceProfile | undefined,
    time: number,
  ): void {
    this.#near[lamp] = Math.max(0, this.#near[lamp]! + (present ? 1 : -1));
    if (profile === undefined) return;
    const end = time + profile.holdSeconds * 1_000;
    this.#stay(lamp, end);
    if (present) for (const next of this.#ahead(lamp, heading, profile.ahead)) this.#stay(next, end);
  }

  isAwake(lamp: number, time: number): boolean {
    return this.#near[lamp]! > 0 || time < this.#until[lamp]!;
  }

  #stay(lamp: number, end: number): void {
    this.#until[lamp] = Math.max(this.#until[lamp]!, end);
  }

  #ahead(lamp: number, heading: 1 | -1, count: number): readonly number[] {
    const { id, street } = this.#plan.lamps[lamp]!;
    const row = this.#lookup.lampsOfStreet(street);
    const at = row.findIndex((other) => other.id === id);
    const next = heading === 1 ? row.slice(at + 1, at + 1 + count) : row.slice(Math.max(0, at - count), at);
    return next.flatMap((other) => this.#index.get(other.id) ?? []);
  }
}
