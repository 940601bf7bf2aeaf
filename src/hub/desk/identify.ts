import type { JournalFact } from '../../node/journal/chain.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { Person } from '../../shared/rights/model.ts';
import { type Instant, millis } from '../../shared/wire/time.ts';
import { inHubTime, readSession, type Session } from '../accounts/sessions.ts';
import type { Unit } from '../store/unit.ts';
import type { Circumstance, DeskContext, Outcome } from './context.ts';

export type Identity =
  | {
      readonly ok: true;
      readonly session: Session;
      readonly person: Person;
      /** by the hub's clock, never in its future */
      readonly madeAt: Instant;
    }
  | { readonly ok: false; readonly session?: Session; readonly outcome: Outcome };

/** Whom the main courante names: the person of the session, also where the command is refused. */
export const authorOf = ({ session }: Identity): Pick<JournalFact, 'person' | 'session' | 'assurance'> =>
  session === undefined ? {} : { person: session.person, session: session.id, assurance: session.assurance };

/** `session` is bound to another seat, or is over, or its person has left; or it had not begun. */
const noSession: Outcome = { code: 'FORBIDDEN', field: 'session' };

/**
 * Who commands: the person of a session that is bound to the seat. A session that has ended stops acting, not
 * recording, so what was made before its end still counts, by the rights its author had then. A session and what is
 * made in it have times of one clock, the seat's; rights have the hub's, and the session knows how far they are apart.
 * @param late 'counts' for what records, within the room's limit; 'refused' for what acts on the world, now or not
 */
export async function identify(
  { tx }: Unit,
  command: { readonly session: SessionId; readonly madeAt: Instant },
  { seat, at }: Circumstance,
  { people, lateMs }: Pick<DeskContext, 'people' | 'lateMs'>,
  late: 'counts' | 'refused',
): Promise<Identity> {
  const session = await readSession(tx, command.session);
  if (session === undefined || session.seat !== seat) return { ok: false, outcome: noSession };
  const refused = (outcome: Outcome): Identity => ({ ok: false, session, outcome });
  if (late === 'refused') {
    const person = session.closedAt === undefined ? people.at(session.person, at) : undefined;
    return person === undefined ? refused(noSession) : { ok: true, session, person, madeAt: at };
  }
  const made = millis(command.madeAt);
  if (made < millis(session.openedAt)) return refused({ code: 'FORBIDDEN', field: 'madeAt' });
  if (session.closedAt !== undefined && made > millis(session.closedAt)) return refused(noSession);
  const madeAt = inHubTime(session, command.madeAt, at);
  if (millis(at) - millis(madeAt) > lateMs) return refused({ code: 'EXPIRED', field: 'madeAt' });
  const person = people.at(session.person, madeAt);
  return person === undefined ? refused(noSession) : { ok: true, session, person, madeAt };
}
