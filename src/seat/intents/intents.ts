import type { PersonId } from '../../shared/ids.ts';
import type { SeatIntent } from '../../shared/ipc/model.ts';
import { Intent } from '../../shared/wire/presence.ts';
import { instant } from '../../shared/wire/time.ts';
import { filters, idsOf, topics } from '../../shared/wire/topic.ts';
import type { Room } from '../link/room.ts';

/** An intention is believed this long; then its author has either confirmed it or given it up. */
const BELIEVED_MS = 10 * 60_000;
/** The room has 75 seats, and nobody claims many at once: beyond this somebody floods, and the oldest give way. */
const MAX_INTENTS = 1_000;

/**
 * Unconfirmed claims of colleagues while the hub is away: « C. Morel la prend, non confirmé ». A hint, never a state:
 * the hub decides when it is back. It says no name: who sits at that seat its presence has said.
 */
export class Intents {
  readonly #room: Room;
  readonly #now: () => number;
  readonly #onChange: () => void;
  readonly #personAt: (seat: string) => PersonId | undefined;
  readonly #heard = new Map<string, { readonly intent: SeatIntent; readonly heardAt: number }>();
  readonly close: () => void;

  /** @param personAt who sits at a seat, as its presence has said */
  constructor(
    room: Room,
    personAt: (seat: string) => PersonId | undefined,
    onChange: () => void,
    now: () => number,
  ) {
    this.#room = room;
    this.#now = now;
    this.#onChange = onChange;
    this.#personAt = personAt;
    this.close = room.listen(filters.intents, 0, (topic, payload) => this.#hear(topic, payload));
  }

  all(): readonly SeatIntent[] {
    const since = this.#now() - BELIEVED_MS;
    for (const [key, { heardAt }] of this.#heard) if (heardAt < since) this.#heard.delete(key);
    return [...this.#heard.values()].map(({ intent }) => intent);
  }

  /** The hub is back: what was meant is now a command, or nothing. */
  clear(): void {
    if (this.#heard.size === 0) return;
    this.#heard.clear();
    this.#onChange();
  }

  announce(intent: Intent): void {
    this.#room.whisper(topics.intent(this.#room.seat), intent);
  }

  #hear(topic: string, payload: unknown): void {
    const [seat] = idsOf(filters.intents, topic) ?? [];
    if (seat === this.#room.seat) return;
    const intent = this.#room.parse(topic, Intent, payload);
    if (intent === undefined || seat === undefined) return;
    const key = `${seat} ${intent.target.id}`;
    const heardAt = this.#now();
    const person = this.#personAt(seat);
    // It keeps the name that it came with.
    const who = person === undefined ? { seat } : { seat, person };
    this.#heard.delete(key);
    this.#heard.set(key, { intent: { ...intent, ...who, at: instant(heardAt) }, heardAt });
    const [oldest] = this.#heard.keys();
    if (this.#heard.size > MAX_INTENTS && oldest !== undefined) this.#heard.delete(oldest);
    this.#onChange();
  }
}
