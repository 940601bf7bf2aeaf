import type { PublishResult } from '../../../node/mqtt/types.ts';
import type { CabinetId, CommandId, LampId } from '../../../shared/ids.ts';
import { type Letter, lettersFor } from './letters.ts';
import type { LastReport, Track } from './model.ts';
import type { OrderBook } from './order-book.ts';
import { amending, commandOf, due, isDue, sent, unsent } from './track.ts';

/** Turns that one may take longer than it should, in a busy hub. */
const MOST_TURNS = 5;

export interface OutgoingOptions {
  readonly lamps: {
    lastOf(lamp: LampId): LastReport | undefined;
    cabinetOf(lamp: LampId): CabinetId | undefined;
  };
  readonly send: (topic: string, payload: string, expirySeconds: number) => Promise<PublishResult>;
  readonly linkUp: () => boolean;
  /** messages a second at most, and the times of a lamp, ms */
  readonly rule: { readonly perSecond: number; readonly followMs: number; readonly freshMs: number };
  readonly now: () => number;
}

/** What gateways are to hear, as it leaves: paced, for each gateway the oldest order first, and written only as it is taken. */
export class Outgoing {
  readonly #on: OutgoingOptions;
  readonly #book: OrderBook;
  readonly #turnMs: number;
  #allowance = 0;
  /** ms, when it last could send */
  #at: number | undefined;

  /** @param turnMs how often `send` is called */
  constructor(options: OutgoingOptions, book: OrderBook, turnMs: number) {
    this.#on = options;
    this.#book = book;
    this.#turnMs = turnMs;
  }

  /** What may leave in this turn; what the broker does not take waits for the next. */
  async send(): Promise<void> {
    const { linkUp, send, now, lamps } = this.#on;
    const { perSecond, freshMs } = this.#on.rule;
    const lastOf = (lamp: LampId) => lamps.lastOf(lamp);
    this.#allowance = Math.min(perSecond, this.#allowance + (perSecond * this.#turnMs) / 1_000);
    const before = this.#at;
    this.#at = linkUp() ? now() : undefined;
    if (this.#at === undefined) return;
    let held = false;
    const letters: (readonly [Letter, CommandId | undefined])[] = [];
    for (const letter of this.#due()) {
      held = letters.length + 1 > this.#allowance;
      if (held) break;
      const { id, cmd, lamps: named } = letter;
      this.#book.tell(id, cmd);
      // At once: what is written next depends on what lies under it.
      const said = this.#book.change(id, (track) => sent(track, named, now(), lastOf, freshMs, cmd));
      letters.push([letter, said]);
    }
    this.#allowance -= letters.length;
    const taken = await Promise.all(
      letters.map(async ([{ id, cmd, amends, topic, payload, lamps: named, expirySeconds }, said]) => {
        const { ok } = await send(topic, payload, expirySeconds);
        if (ok) this.#book.takeFromEnded(id, named);
        // It waits again, and is sent anew until it expires: a gateway that has heard it knows it by its id.
        else
          this.#book.change(id, (track) => {
            if (commandOf(track) !== said) return track;
            return amends ? amending(track, named, cmd) : unsent(track, named);
          });
        return ok;
      }),
    );
    if (!held || before === undefined || taken.includes(false)) return;
    // A hub that stood still has been away: that is no pace.
    const waited = Math.min(this.#at - before, MOST_TURNS * this.#turnMs);
    for (const track of this.#book.all)
      if (isDue(track, this.#at, this.#on.rule.followMs)) this.#book.holdUp(track, waited);
  }

  /**
   * All that is due, written as it is taken: of a whole city's orders most wait for a later turn. Gateways that a ticket's
   * light waits for come first, each with all that it is to hear: nobody in a dark street waits for the rest of a city, and
   * what lies under that light is known to its gateway before it.
   */
  *#due(): Generator<Letter> {
    const { lamps, now } = this.#on;
    const cabinetOf = (lamp: LampId) => lamps.cabinetOf(lamp);
    const doorOf = (lamp: LampId) => cabinetOf(lamp) ?? lamp;
    const first = new Set(
      this.#book.all.flatMap((track) =>
        track.order.ticket === undefined ? [] : this.#waiting(track).map(doorOf),
      ),
    );
    for (const isFirst of first.size > 0 ? [true, false] : [false])
      for (const track of this.#book.all) {
        const its = this.#waiting(track).filter((lamp) => first.has(doorOf(lamp)) === isFirst);
        const after = (lamp: LampId) => this.#book.afterwards(track, lamp);
        yield* lettersFor(track, its, cabinetOf, now(), after);
      }
  }

  #waiting(track: Track): readonly LampId[] {
    return due(track, this.#on.now(), this.#on.rule.followMs);
  }
}
