import type { CityPlan, PlanLookup } from '../plan/index.ts';
import { type Chance, chance } from '../plan/seeded-chance.ts';

/** m/s, and how far a sensor sees, m. */
const PACE = 1.4;
const SIGHT = 35;

interface Walker {
  street: string;
  /** metres from the start of the street */
  along: number;
  direction: 1 | -1;
  near: ReadonlySet<number>;
}

/** A change of presence at a lamp, by its index in the plan. */
export interface PresenceChange {
  readonly lamp: number;
  readonly present: boolean;
  /** which way along the street: its house numbers up, or down. Gateways tell it by which sensor saw first */
  readonly heading: 1 | -1;
}

/** People walking along streets at night. Nobody is anybody: they come from nowhere and go nowhere. */
export class Walkers {
  readonly #plan: CityPlan;
  readonly #lookup: PlanLookup;
  readonly #index: ReadonlyMap<string, number>;
  readonly #luck: Chance;
  readonly #walkers: Walker[];

  constructor(plan: CityPlan, lookup: PlanLookup, count: number) {
    this.#plan = plan;
    this.#lookup = lookup;
    this.#index = new Map(plan.lamps.map(({ id }, i) => [id, i]));
    this.#luck = chance(plan.seed, 'walkers');
    this.#walkers = Array.from({ length: count }, () => this.#someone());
  }

  /** @param seconds of the city's day that have gone by */
  step(seconds: number): readonly PresenceChange[] {
    const changes: PresenceChange[] = [];
    for (const [i, walker] of this.#walkers.entries()) {
      walker.along += walker.direction * PACE * seconds;
      const length = this.#lookup.street(walker.street)?.length ?? 0;
      const gone = walker.along < -SIGHT || walker.along > length + SIGHT;
      const heading = walker.direction;
      const near = gone ? new Set<number>() : this.#inSight(walker);
      for (const lamp of near) if (!walker.near.has(lamp)) changes.push({ lamp, present: true, heading });
      for (const lamp of walker.near) if (!near.has(lamp)) changes.push({ lamp, present: false, heading });
      walker.near = near;
      if (gone) this.#walkers[i] = this.#someone();
    }
    return changes;
  }

  #someone(): Walker {
    const { street, along } = this.#luck.pick(this.#plan.lamps);
    return { street, along, direction: this.#luck.happens(0.5) ? 1 : -1, near: new Set() };
  }

  #inSight({ street, along }: Walker): ReadonlySet<number> {
    const lamps = this.#lookup.lampsOfStreet(street);
    return new Set(
      lamps.filter((lamp) => Math.abs(lamp.along - along) <= SIGHT).map(({ id }) => this.#index.get(id)!),
    );
  }
}
