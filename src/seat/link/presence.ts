import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { TicketDesk } from '../desk/ticket-desk.ts';
import type { Journal } from '../journal/journal.ts';
import type { Session } from '../session/session.ts';
import type { Room } from './room.ts';

const HEARTBEAT_MS = 10_000;

/** What a seat tells of itself. */
export interface PresenceFacts {
  readonly session: Pick<Session, 'current'>;
  readonly desk: Pick<TicketDesk, 'pending' | 'lastSeq'>;
  readonly journal: Pick<Journal, 'head'>;
}

/** Says who sits here and how this seat stands, retained, each 10 s and when asked. Its absence is the will's to say. */
export class Presence {
  readonly #timer: NodeJS.Timeout;
  readonly tell: () => void;

  constructor(room: Room, of: PresenceFacts, now: () => number) {
    this.tell = () => {
      const said = { v: 1, up: true, instance: room.instance, ...factsOf(of), at: instant(now()) };
      void room.retain(topics.seat(room.seat), said);
    };
    this.#timer = setInterval(this.tell, HEARTBEAT_MS);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

function factsOf({ session, desk, journal }: PresenceFacts) {
  const { head, count } = journal.head();
  const state = session.current();
  return {
    // `since`: when they sat down
    ...(state === undefined ? {} : { person: state.person.id, role: state.role, since: state.openedAt }),
    pending: desk.pending,
    lastSeq: desk.lastSeq,
    journalHead: head,
    journalCount: count,
  };
}
