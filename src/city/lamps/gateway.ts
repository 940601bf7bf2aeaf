import type { Link } from '../../node/mqtt/link.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { CityClock } from '../clock/city-clock.ts';
import type { CityPlan } from '../plan/index.ts';
import type { LampFleet } from './lamp-fleet.ts';
import type { Walkers } from './walkers.ts';

const TICK_MS = 250;
/** A field gateway speaks no faster, states a second: a burst at dusk takes its time, as in a real city. */
const MAX_PER_SECOND = 3_000;

export interface GatewayOptions {
  readonly link: Link;
  readonly plan: CityPlan;
  readonly fleet: LampFleet;
  readonly walkers: Walkers;
  readonly clock: CityClock;
  /** seconds after which each lamp says its state again */
  readonly heartbeat: number;
  readonly now: () => number;
}

/** The field gateways: bring what lamps say to the broker, retained, changes first, then in turn. */
export class FieldGateway {
  readonly #on: GatewayOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #unlink: () => void;
  /** indices with something to say, in order; a lamp stands in it once */
  readonly #waiting = new Set<number>();
  #turn = 0;
  #owed = 0;
  #last: number;
  #inFlight = 0;

  constructor(options: GatewayOptions) {
    this.#on = options;
    this.#last = options.now();
    this.#unlink = options.link.onState(({ kind }) => {
      if (kind === 'up') this.#touchAll();
    });
    this.#touchAll();
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#unlink();
  }

  /** A lamp has something new to say. */
  touch(index: number): void {
    this.#waiting.add(index);
  }

  /** A broker that starts anew may have forgotten what it kept: after each connect every lamp speaks again. */
  #touchAll(): void {
    for (let i = 0; i < this.#on.plan.lamps.length; i++) this.#waiting.add(i);
  }

  #tick(): void {
    const { clock, fleet, walkers, plan, heartbeat, now, link } = this.#on;
    const real = now();
    const seconds = (real - this.#last) / 1_000;
    this.#last = real;
    for (const { lamp, present, heading } of walkers.step(seconds * clock.speed)) {
      fleet.sensed({ lamp, present, heading }, clock.now(real));
      const topic = topics.lampPresence(plan.lamps[lamp]!.id);
      void link.publish(topic, JSON.stringify({ v: 1, present }), { qos: 0 });
    }
    for (const lamp of fleet.refresh(clock.now(real))) this.#waiting.add(lamp);
    this.#owed += (seconds * plan.lamps.length) / heartbeat;
    for (; this.#owed >= 1; this.#owed--) this.#waiting.add(this.#turn++ % plan.lamps.length);
    this.#speak(real, Math.ceil(seconds * MAX_PER_SECOND));
  }

  #speak(real: number, most: number): void {
    const { link, fleet, plan, clock } = this.#on;
    if (link.state.kind !== 'up') return;
    const time = clock.now(real);
    const at = instant(real);
    for (const i of this.#waiting) {
      if (most-- <= 0 || this.#inFlight >= MAX_PER_SECOND) return;
      this.#waiting.delete(i);
      if (fleet.silent(i)) continue;
      this.#inFlight++;
      const said = JSON.stringify(fleet.state(i, time, at));
      void link
        .publish(topics.lampState(plan.lamps[i]!.id), said, { qos: 1, retain: true })
        .then((result) => {
          this.#inFlight--;
          if (!result.ok) this.#waiting.add(i);
        });
    }
  }
}
