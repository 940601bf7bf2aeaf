import type { Log } from '../../node/log/log.ts';
import type { PublishResult } from '../../node/mqtt/types.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { Store } from '../store/store.ts';
import { giveUp } from './answers.ts';
import { type PendingOrder, pendingOrders } from './orders.ts';

/** An order that is not answered is sent again. */
const AGAIN_MS = 10_000;

export interface TellerOptions {
  readonly store: Store;
  /** at QoS 1; the broker drops it undelivered after so many seconds */
  readonly send: (topic: string, payload: string, expiry: number) => Promise<PublishResult>;
  readonly now: () => number;
  /** a ticket says that a unit was not told */
  readonly committed: () => void;
  readonly log: Log;
}

const nameOf = ({ unit, order: { cmd } }: PendingOrder): string => `${unit}\n${cmd}`;

/** Tells units what the store says they have to be told, until they answer or it would come too late. */
export class Teller {
  readonly #on: TellerOptions;
  /** when each was last taken by the broker, ms */
  readonly #sentAt = new Map<string, number>();

  constructor(options: TellerOptions) {
    this.#on = options;
  }

  /** Sends what is due and gives up what is over. @throws StorageError */
  async look(): Promise<void> {
    const pending = await pendingOrders(this.#on.store.db);
    const names = new Set(pending.map(nameOf));
    for (const name of this.#sentAt.keys()) if (!names.has(name)) this.#sentAt.delete(name);
    const now = this.#on.now();
    for (const one of pending)
      if (millis(one.order.expiresAt) <= now) await this.#giveUp(one);
      else if (now - (this.#sentAt.get(nameOf(one)) ?? -Infinity) >= AGAIN_MS) await this.#send(one, now);
  }

  async #send(one: PendingOrder, now: number): Promise<void> {
    const { unit, order } = one;
    const left = Math.max(1, Math.floor((millis(order.expiresAt) - now) / 1_000));
    const { ok } = await this.#on.send(topics.unitOrder(unit), JSON.stringify(order), left);
    if (ok) this.#sentAt.set(nameOf(one), now);
  }

  async #giveUp(one: PendingOrder): Promise<void> {
    const { store, now, committed, log } = this.#on;
    const said = await store.write((unit) => giveUp(unit, one, instant(now())));
    if (said) committed();
    log.warn(
      { unit: one.unit, ticket: one.order.ticket, order: one.order.order },
      'a unit was not told in time',
    );
  }
}
