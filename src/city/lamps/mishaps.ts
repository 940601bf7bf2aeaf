import type { Log } from '../../node/log/log.ts';
import type { Link } from '../../node/mqtt/link.ts';
import type { CabinetId } from '../../shared/ids.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { CityPlan, PlanLookup } from '../plan/index.ts';
import { type Chance, chance } from '../plan/seeded-chance.ts';
import { feederOf } from './feeder.ts';
import type { FieldGateway } from './gateway.ts';
import type { LampFleet } from './lamp-fleet.ts';

const TICK_MS = 1_000;
/** A tripped circuit is switched on again by its crew, after this much of the city's day. */
const REPAIR_HOURS = 1.5;

export interface MishapOptions {
  readonly plan: CityPlan;
  readonly lookup: PlanLookup;
  readonly fleet: LampFleet;
  readonly gateway: FieldGateway;
  readonly link: Pick<Link, 'publish' | 'state' | 'onState'>;
  readonly faultsPerHour: number;
  readonly tripsPerHour: number;
  readonly feedersPerHour: number;
  /** how many cabinets a feeder takes along */
  readonly feederCabinets: number;
  readonly speed: number;
  readonly log: Log;
  readonly now: () => number;
}

/** What goes wrong with the lighting: single lamps fail, and now and then a breaker trips in a cabinet, or on the feeder of many. */
export class Mishaps {
  readonly #on: MishapOptions;
  readonly #luck: Chance;
  readonly #timer: NodeJS.Timeout;
  readonly #unlink: () => void;
  /** tripped circuits, and the hours until they are repaired */
  readonly #tripped = new Map<string, number>();
  /** cabinets without supply, and the hours until they have it again */
  readonly #unfed = new Map<CabinetId, number>();

  constructor(options: MishapOptions) {
    this.#on = options;
    this.#luck = chance(options.plan.seed, 'mishaps');
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    const tellAll = () => {
      if (options.link.state.kind !== 'up') return;
      for (const { id } of options.plan.cabinets) this.#tell(id);
    };
    this.#unlink = options.link.onState(tellAll);
    tellAll();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#unlink();
  }

  /** Trips one circuit: the cabinet says so, its lamps say nothing more. */
  trip(circuit: string): void {
    this.#on.fleet.trip(circuit);
    this.#tripped.set(circuit, REPAIR_HOURS);
    this.#tellOf(circuit);
    this.#on.log.info({ circuit }, 'a circuit tripped');
  }

  /** Takes the supply from a cabinet and its neighbours: they say so, on their batteries, and their lamps nothing more. */
  tripFeeder(from: CabinetId): void {
    const { lookup, feederCabinets, log } = this.#on;
    const cabinets = feederOf(lookup, from, feederCabinets);
    for (const id of cabinets) this.#supply(id, false);
    log.info({ from, cabinets: cabinets.length }, 'a feeder tripped');
  }

  #supply(id: CabinetId, fed: boolean): void {
    const { lookup, fleet } = this.#on;
    if (fed) this.#unfed.delete(id);
    else this.#unfed.set(id, REPAIR_HOURS);
    for (const circuit of lookup.cabinet(id)?.circuits ?? []) {
      if (!fed) fleet.trip(circuit);
      else if (!this.#tripped.has(circuit)) fleet.reset(circuit);
    }
    this.#tell(id);
  }

  #repair(circuit: string): void {
    this.#tripped.delete(circuit);
    const [lamp] = this.#on.lookup.lampsOfCircuit(circuit);
    if (lamp !== undefined && !this.#unfed.has(lamp.cabinet)) this.#on.fleet.reset(circuit);
    this.#tellOf(circuit);
    this.#on.log.info({ circuit }, 'a circuit is back');
  }

  #tellOf(circuit: string): void {
    const [lamp] = this.#on.lookup.lampsOfCircuit(circuit);
    if (lamp !== undefined) this.#tell(lamp.cabinet);
  }

  #tick(): void {
    const { plan, fleet, gateway, faultsPerHour, tripsPerHour, feedersPerHour, speed } = this.#on;
    const hours = (TICK_MS / 3_600_000) * speed;
    if (this.#luck.happens(faultsPerHour * hours)) {
      const index = Math.floor(this.#luck.float() * plan.lamps.length);
      fleet.breakLamp(index);
      gateway.touch(index);
    }
    for (const [circuit, left] of this.#tripped) {
      if (left <= hours) this.#repair(circuit);
      else this.#tripped.set(circuit, left - hours);
    }
    for (const [cabinet, left] of this.#unfed) {
      if (left <= hours) this.#supply(cabinet, true);
      else this.#unfed.set(cabinet, left - hours);
    }
    if (this.#luck.happens(feedersPerHour * hours)) this.tripFeeder(this.#luck.pick(plan.cabinets).id);
    if (this.#luck.happens(tripsPerHour * hours)) this.trip(this.#luck.pick(plan.lamps).circuit);
  }

  /** A cabinet's state, retained: FIWARE `StreetlightControlCabinet`. */
  #tell(id: CabinetId): void {
    const { lookup, link, now } = this.#on;
    const cabinet = lookup.cabinet(id);
    if (cabinet === undefined) return;
    const circuits = cabinet.circuits.map((circuit) => ({
      id: circuit,
      status: this.#tripped.has(circuit) ? 'tripped' : 'ok',
    }));
    const state = {
      id: cabinet.id,
      type: 'StreetlightControlCabinet',
      status: this.#unfed.has(id) ? 'noSupply' : 'ok',
      circuits,
      observationDateTime: instant(now()),
    };
    void link.publish(topics.cabinetState(cabinet.id), JSON.stringify(state), { qos: 1, retain: true });
  }
}
