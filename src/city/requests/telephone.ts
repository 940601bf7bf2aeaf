import type { Link } from '../../node/mqtt/link.ts';
import { type Call, CallOrder } from '../../shared/wire/intake.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import { filters, topics } from '../../shared/wire/topic.ts';
import type { CityClock } from '../clock/city-clock.ts';
import { type Chance, chance } from '../plan/seeded-chance.ts';

const TICK_MS = 1_000;
/** Nobody lets it ring longer; most hang up before. */
const PATIENCE_MS = { least: 40_000, most: 110_000 } as const;
const TALK_MS = { least: 25_000, most: 90_000 } as const;
/** Said again while it lasts: what is lost on the way must not be a caller who is never heard. */
const AGAIN_MS = 5_000;
const LINES = ['3900', '17'] as const;

export interface TelephoneOptions {
  readonly link: Pick<Link, 'publish' | 'subscribe'>;
  readonly clock: Pick<CityClock, 'speed'>;
  readonly ringsPerHour: number;
  readonly seed: number;
  /** distinguishes this run's calls from those of another */
  readonly series: string;
  readonly now: () => number;
}

interface Ringing {
  readonly call: Omit<Call, 'v' | 'status' | 'at' | 'transfer'>;
  status: 'ringing' | 'answered';
  /** when they hang up, ms */
  until: number;
  saidAt: number;
}

/** The room's telephone: it rings, is answered at the seat that the hub names, and they hang up. */
export class Telephone {
  readonly #on: TelephoneOptions;
  readonly #luck: Chance;
  readonly #calls = new Map<string, Ringing>();
  readonly #timer: NodeJS.Timeout;
  readonly #unlisten: () => void;
  #count = 0;

  constructor(options: TelephoneOptions) {
    this.#on = options;
    this.#luck = chance(options.seed, 'telephone');
    this.#unlisten = options.link.subscribe(filters.callOrders, { qos: 1 }, (_topic, payload) =>
      this.#order(CallOrder.parse(JSON.parse(new TextDecoder().decode(payload)))),
    );
    this.#timer = setInterval(() => this.tick(), TICK_MS);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#unlisten();
  }

  /** Once a second: somebody calls, those who have waited or talked enough hang up. */
  tick(): void {
    const { now, ringsPerHour, clock } = this.#on;
    if (this.#luck.happens(Math.min(1, (ringsPerHour / 3_600) * clock.speed))) this.ring();
    for (const [id, ringing] of this.#calls) {
      if (now() >= ringing.until) {
        this.#say(ringing, 'ended');
        this.#calls.delete(id);
      } else if (now() - ringing.saidAt >= AGAIN_MS) this.#say(ringing, ringing.status);
    }
  }

  ring(): void {
    const { series, now } = this.#on;
    const callId = `tel-${series}-${++this.#count}`;
    const line = this.#luck.pick(LINES);
    // From a few numbers that ARCEP keeps for fiction, so that some have called before.
    const number = `06 39 98 ${String(10 + Math.floor(this.#luck.float() * 5))} 41`;
    const until = now() + this.#between(PATIENCE_MS);
    const ringing: Ringing = { call: { callId, line, number }, status: 'ringing', until, saidAt: 0 };
    this.#calls.set(callId, ringing);
    this.#say(ringing, 'ringing');
  }

  #order({ callId, expiresAt }: CallOrder): void {
    const ringing = this.#calls.get(callId);
    const { now } = this.#on;
    // Whoever waited may have hung up, and nobody is connected late.
    if (ringing?.status !== 'ringing' || now() > millis(expiresAt)) return;
    ringing.status = 'answered';
    ringing.until = now() + this.#between(TALK_MS);
    this.#say(ringing, 'answered');
  }

  #between({ least, most }: { readonly least: number; readonly most: number }): number {
    return least + this.#luck.float() * (most - least);
  }

  #say(ringing: Ringing, status: Call['status']): void {
    const { link, now } = this.#on;
    ringing.saidAt = now();
    const call = { v: 1, ...ringing.call, status, at: instant(now()) };
    void link.publish(topics.call(ringing.call.callId), JSON.stringify(call), { qos: 1 });
  }
}
