import { Intent } from '../../shared/wire/presence.ts';
import { filters, idsOf, topics } from '../../shared/wire/topic.ts';
import type { Room } from '../link/room.ts';

/** An intention is believed this long; then its author has either confirmed it or given it up. */
const BELIEVED_MS = 10 * 60_000;

export type SeatIntent = Intent & { readonly seat: string };

/**
 * Unconfirmed claims of colleagues while the hub is away: « C. Morel la prend, non confirmé ». A hint, never a state:
 * the hub decides when it is back.
 */
export class Intents {
  readonly #room: Room;
  readonly #now: () => number;
  readonly #heard = new Map<string, SeatIntent & { readonly heardAt: number }>();
  readonly #unlisten: () => void;

  constructor(room: Room, onChange: () => void, now: () => number) {
    this.#room = room;
    this.#now = now;
    this.#unlisten = room.listen(filters.intents, 0, (topic, payload) => {
      const [seat] = idsOf(filters.intents, topic) ?? [];
      const intent = room.parse(topic, Intent, payload);
      if (intent === undefined || seat === undefined || seat === room.seat) return;
      this.#heard.set(`${seat} ${intent.target.id}`, { ...intent, seat, heardAt: now() });
      onChange();
    });
  }

  close(): void {
    this.#unlisten();
  }

  all(): readonly SeatIntent[] {
    for (const [key, { heardAt }] of this.#heard)
      if (this.#now() - heardAt > BELIEVED_MS) this.#heard.delete(key);
    return [...this.#heard.values()].map(({ heardAt: _heardAt, ...intent }) => intent);
  }

  /** The hub is back: what was meant is now a command, or nothing. */
  clear(): void {
    this.#heard.clear();
  }

  announce(intent: Intent): void {
    this.#room.whisper(topics.intent(this.#room.seat), intent);
  }
}
