import type { Priority, TicketDraft } from '../../shared/ticket/model.ts';
import type { CityPlan, PlanLookup } from '../plan/index.ts';
import { type Chance, chance } from '../plan/seeded-chance.ts';
import { kinds as allKinds, callers, type RequestKind, weightAt } from './request-kinds.ts';

/** A request of the city before it goes out. */
export interface CityRequest {
  readonly by: RequestKind['by'];
  readonly sourceId: string;
  readonly report: TicketDraft;
}

/** Invents requests at real places of the demo city; the same seed and series invent the same ones in the same order. */
export class RequestAuthor {
  readonly #plan: CityPlan;
  readonly #lookup: PlanLookup;
  readonly #luck: Chance;
  readonly #series: string;
  #count = 0;

  /** @param series distinguishes days and runs: another day brings other requests */
  constructor(plan: CityPlan, lookup: PlanLookup, series: string) {
    this.#plan = plan;
    this.#lookup = lookup;
    this.#series = series;
    this.#luck = chance(plan.seed, `requests ${series}`);
  }

  /**
   * @param hour of the city's day, 0 ≤ h < 24
   * @param from the most urgent priority that is wanted
   */
  next(hour: number, from: Priority = 1): CityRequest {
    const kind = this.#kind(hour, from);
    const { title, texts } = this.#luck.pick(kind.cases);
    const place = this.#place(kind);
    const calls = kind.by === 'call';
    return {
      by: kind.by,
      sourceId: `${this.#series}-${String(++this.#count).padStart(5, '0')}`,
      report: {
        title,
        kind: kind.kind,
        service: kind.service,
        priority: kind.priority,
        place,
        description: this.#luck.pick(texts),
        ...(calls ? { caller: { name: this.#luck.pick(callers), number: this.#number() } } : {}),
      },
    };
  }

  #kind(hour: number, from: Priority): RequestKind {
    const kinds = allKinds.filter(({ priority }) => priority >= from);
    const total = kinds.reduce((sum, kind) => sum + weightAt(kind, hour), 0);
    let left = this.#luck.float() * total;
    for (const kind of kinds) {
      left -= weightAt(kind, hour);
      if (left < 0) return kind;
    }
    return kinds[0]!;
  }

  #place({ where }: RequestKind): TicketDraft['place'] {
    if (where === 'place') {
      const { name, commune, street, position } = this.#luck.pick(this.#plan.places);
      const known = this.#lookup.street(street);
      return { position, label: `${name}, ${commune}`, commune, ...(known && { street: known.name }) };
    }
    const lamp = this.#luck.pick(this.#plan.lamps);
    const { street, commune, text } = this.#lookup.addressOf(lamp);
    return { position: lamp.position, street, commune, label: text };
  }

  /** From the numbers that ARCEP keeps for fiction: 06 39 98 xx xx. */
  #number(): string {
    const two = () => String(Math.floor(this.#luck.float() * 100)).padStart(2, '0');
    return `06 39 98 ${two()} ${two()}`;
  }
}
