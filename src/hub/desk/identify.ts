import type { SessionId } from '../../shared/ids.ts';
import type { Person } from '../../shared/rights/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { readSession, type Session } from '../accounts/sessions.ts';
import type { Unit } from '../store/unit.ts';
import type { Circumstance, DeskContext } from './context.ts';

export type Identity =
  | { readonly ok: true; readonly session: Session; readonly person: Person }
  | { readonly ok: false; readonly session?: Session };

/**
 * Who commands: the person of a session that is bound to the seat. A session that has ended stops acting, not
 * recording, so what was made before its end still counts, by the rights its author had then.
 * @param late 'counts' for what records, 'refused' for what acts on the world
 */
export async function identify(
  { tx }: Unit,
  command: { readonly session: SessionId; readonly madeAt: Instant },
  { seat, at }: Circumstance,
  { people }: DeskContext,
  late: 'counts' | 'refused',
): Promise<Identity> {
  const session = await readSession(tx, command.session);
  if (session === undefined || session.seat !== seat) return { ok: false };
  const ended = session.closedAt;
  if (ended !== undefined && (late === 'refused' || command.madeAt > ended)) return { ok: false, session };
  // A clock that runs a little ahead must not reach for rights of the future.
  const person = people.at(session.person, command.madeAt < at ? command.madeAt : at);
  return person === undefined ? { ok: false, session } : { ok: true, session, person };
}
