import type { PersonId } from '../../shared/ids.ts';
import type { SeatIntent } from '../../shared/ipc/model.ts';
import { Intent, SeatPresence } from '../../shared/wire/presence.ts';
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
  readonly #heard = new Map<string, { readonly intent: SeatIntent; readonly heardAt: number }>();
  readonly #sitting = new Map<string, PersonId>();
  readonly #unlisten: readonly (() => void)[];

  constructor(room: Room, onChange: () => void, now: () => number) {
    this.#room = room;
    this.#now = now;
    this.#onChange = onChange;
    this.#unlisten = [
      room.listen(filters.seats, 0, (topic, payload) => this.#seat(topic, payload)),
      room.listen(filters.intents, 0, (topic, payload) => this.#hear(topic, payload)),
    ];
  }

  close(): void {
    for (const unlisten of this.#unlisten) unlisten();
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

  /** Who sits where; an intention keeps the name that it came with. */
  #seat(topic: string, payload: unknown): void {
    const [seat] = idsOf(filters.seats, topic) ?? [];
    if (seat === undefined || seat === this.#room.seat) return;
    if (payload === undefined) return void this.#sitting.delete(seat);
    const presence = this.#room.parse(topic, SeatPresence, payload);
    if (presence?.person !== undefined) this.#sitting.set(seat, presence.person);
    else if (presence !== undefined) this.#sitting.delete(seat);
  }

  #hear(topic: string, payload: unknown): void {
    const [seat] = idsOf(filters.intents, topic) ?? [];
    if (seat === this.#room.seat) return;
    const intent = this.#room.parse(topic, Intent, payload);
    if (intent === undefined || seat === undefined) return;
    const key = `${seat} ${intent.target.id}`;
    const heardAt = this.#now();
    const person = this.#sitting.get(seat);
    const who = person === undefined ? { seat } : { seat, person };
    this.#heard.delete(key);
    this.#heard.set(key, { intent: { ...intent, ...who, at: instant(heardAt) }, heardAt });
    const [oldest] = this.#heard.keys();
    if (this.#heard.size > MAX_INTENTS && oldest !== undefined) this.#heard.delete(oldest);
    this.#onChange();
  }
}
