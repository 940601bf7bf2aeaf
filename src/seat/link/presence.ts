import type { Person, Role } from '../../shared/rights/model.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { Room } from './room.ts';

const HEARTBEAT_MS = 10_000;

export interface PresenceFacts {
  readonly person?: Person['id'];
  readonly role?: Role;
  /** when they sat down */
  readonly since?: Instant;
  readonly pending: number;
  readonly lastSeq: number;
  readonly journalHead: string;
  readonly journalCount: number;
}

/** Says who sits here and how this seat stands, retained, each 10 s and when asked. Its absence is the will's to say. */
export class Presence {
  readonly #timer: NodeJS.Timeout;
  readonly tell: () => void;

  constructor(room: Room, facts: () => PresenceFacts, now: () => number) {
    this.tell = () => {
      const said = { v: 1, up: true, instance: room.instance, ...facts(), at: instant(now()) };
      void room.retain(topics.seat(room.seat), said);
    };
    this.#timer = setInterval(this.tell, HEARTBEAT_MS);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
