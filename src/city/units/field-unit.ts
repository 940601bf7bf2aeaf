import type { Position } from '../../shared/geo/position.ts';
import { KEEPS_ONE_WAY, SPEED } from '../../shared/geo/route.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { UnitKind, UnitOrder, UnitReply, UnitStatus } from '../../shared/unit/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Chance } from '../plan/seeded-chance.ts';
import { placeOn, type Way, type Ways } from './ways.ts';

/** How units take orders: shares of 1. */
export interface Manners {
  readonly refuses: number;
  readonly answersLate: number;
  readonly neverAnswers: number;
}

/** What a unit says to an order. */
export interface Said {
  readonly cmd: UnitOrder['cmd'];
  readonly ticket: TicketId;
  readonly answer: UnitReply;
  readonly motive?: string;
  readonly at: Instant;
}

/** Why it can't come, which it can't elsewhere either: its status says so until it is over, s. */
interface Trouble {
  readonly motive: string;
  readonly status: UnitStatus;
  readonly seconds: readonly [number, number];
}
const TROUBLES: readonly Trouble[] = [
  { motive: 'Pneu crevé, dépanneuse attendue', status: 'outOfService', seconds: [1_200, 2_400] },
  { motive: 'Déjà retenus par une rixe, rue Monge', status: 'busy', seconds: [300, 900] },
  { motive: 'Conduite d’une personne à l’hôpital', status: 'busy', seconds: [600, 1_200] },
  { motive: 'Véhicule immobilisé, batterie', status: 'outOfService', seconds: [900, 1_800] },
  { motive: 'Fin de service', status: 'offDuty', seconds: [1_800, 3_600] },
];
const BUSY = 'Déjà en intervention';
/** Seconds that each takes: hearing an order, hearing it late, seeing to it, standing at a corner. */
const HEARS = [3, 15] as const;
const HEARS_LATE = [45, 110] as const;
const WORKS = [120, 360] as const;
const STANDS = [20, 120] as const;

interface Task {
  readonly order: UnitOrder;
  stage: 'hears' | 'drives' | 'works';
  /** seconds until the stage ends, but for the drive, which ends where the way does */
  left: number;
}

/** A unit of the demo city: it patrols, and when it is told it decides, drives, works and is free again. */
export class FieldUnit {
  readonly #kind: UnitKind;
  readonly #home: Position;
  readonly #ways: Ways;
  readonly #luck: Chance;
  readonly #manners: Manners;
  #position: Position;
  #way: Way | undefined;
  #along = 0;
  #stands = 0;
  #task: Task | undefined;
  #trouble: { readonly motive: string; readonly status: UnitStatus; left: number } | undefined;
  /** latest answer to each order that is not over */
  readonly #said = new Map<string, Said>();

  constructor(kind: UnitKind, home: Position, ways: Ways, luck: Chance, manners: Manners) {
    this.#kind = kind;
    this.#home = home;
    this.#ways = ways;
    this.#luck = luck;
    this.#manners = manners;
    this.#position = home;
    this.#stands = luck.range(0, 30);
  }

  get position(): Position {
    return this.#position;
  }

  get moves(): boolean {
    return this.#way !== undefined;
  }

  get status(): UnitStatus {
    if (this.#task?.stage === 'drives') return 'enRoute';
    if (this.#task?.stage === 'works') return 'onSite';
    return this.#trouble?.status ?? 'available';
  }

  get answers(): readonly Said[] {
    return [...this.#said.values()];
  }

  /**
   * Is told something, perhaps again.
   * @returns what it answers at once
   */
  hear(order: UnitOrder, at: Instant): Said | undefined {
    const { cmd, ticket } = order;
    if (order.order === 'standDown') {
      for (const [known, said] of this.#said) if (said.ticket === ticket) this.#said.delete(known);
      if (this.#task?.order.ticket === ticket) this.#free();
      return { cmd, ticket, answer: 'accepted', at };
    }
    if (this.#task?.order.cmd === cmd) return this.#said.get(cmd);
    if (this.#said.has(cmd)) return this.#said.get(cmd);
    if (this.#task !== undefined) return this.#say(order, 'refused', at, BUSY);
    if (this.#trouble !== undefined) return this.#say(order, 'refused', at, this.#trouble.motive);
    if (this.#luck.happens(this.#manners.neverAnswers)) return undefined;
    const [from, to] = this.#luck.happens(this.#manners.answersLate) ? HEARS_LATE : HEARS;
    this.#task = { order, stage: 'hears', left: this.#luck.range(from, to) };
    return undefined;
  }

  /** @param seconds of the city's day that have gone by. @returns what it says meanwhile */
  step(seconds: number, at: Instant): Said | undefined {
    if (this.#trouble !== undefined && this.#isStuck(this.#trouble, seconds)) return undefined;
    const arrived = this.#drive(seconds);
    const task = this.#task;
    if (task === undefined) {
      this.#patrol(seconds);
      return undefined;
    }
    if (task.stage === 'drives') {
      if (!arrived) return undefined;
      task.stage = 'works';
      task.left = this.#luck.range(...WORKS);
      return this.#say(task.order, 'onSite', at);
    }
    task.left -= seconds;
    if (task.left > 0) return undefined;
    return task.stage === 'hears' ? this.#decide(task, at) : this.#finish(task, at);
  }

  #decide(task: Task, at: Instant): Said {
    if (this.#luck.happens(this.#manners.refuses)) {
      const { motive, status, seconds } = this.#luck.pick(TROUBLES);
      this.#free();
      this.#trouble = { motive, status, left: this.#luck.range(...seconds) };
      return this.#say(task.order, 'refused', at, motive);
    }
    task.stage = 'drives';
    this.#go(task.order.place.position ?? this.#position);
    return this.#say(task.order, 'accepted', at);
  }

  /** Stays where it is until its trouble is over. @returns whether it has it still */
  #isStuck(trouble: { left: number }, seconds: number): boolean {
    trouble.left -= seconds;
    if (trouble.left <= 0) this.#trouble = undefined;
    return this.#trouble !== undefined;
  }

  #finish({ order }: Task, at: Instant): Said {
    this.#free();
    return this.#say(order, 'done', at);
  }

  #free(): void {
    this.#task = undefined;
    this.#way = undefined;
    this.#stands = this.#luck.range(...STANDS);
  }

  /** A bounded memory: fleets forget orders of long ago. */
  #say(order: UnitOrder, answer: UnitReply, at: Instant, motive?: string): Said {
    const why = motive === undefined ? {} : { motive };
    const said = { cmd: order.cmd, ticket: order.ticket, answer, at, ...why };
    this.#said.set(order.cmd, said);
    const [oldest] = this.#said.keys();
    if (this.#said.size > 10 && oldest !== undefined) this.#said.delete(oldest);
    return said;
  }

  #go(to: Position): void {
    this.#way = this.#ways.between(this.#position, to, KEEPS_ONE_WAY[this.#kind]);
    this.#along = 0;
  }

  /** @returns whether it is where its way ends */
  #drive(seconds: number): boolean {
    if (this.#way === undefined) return true;
    this.#along += SPEED[this.#kind] * seconds * this.#luck.range(0.7, 1.2);
    this.#position = placeOn(this.#way, this.#along);
    if (this.#along < this.#way.length) return false;
    this.#way = undefined;
    return true;
  }

  /** Around its home: who walks stays within a few streets, who drives goes farther. */
  #patrol(seconds: number): void {
    if (this.#way !== undefined) return;
    this.#stands -= seconds;
    if (this.#stands > 0) return;
    this.#stands = this.#luck.range(...STANDS);
    const reach = SPEED[this.#kind] * 180;
    const [east, north] = [this.#luck.range(-reach, reach), this.#luck.range(-reach, reach)];
    this.#go([this.#home[0] + east / 75_400, this.#home[1] + north / 111_195]);
  }
}
