import type { PersonId } from '../../shared/ids.ts';
import type { Command } from '../../shared/wire/command.ts';
import type { SessionState } from '../../shared/wire/reply.ts';
import { type Instant, millis } from '../../shared/wire/time.ts';
import { closeAtSeat, closeSession, readSession, type Session, writeSession } from '../accounts/sessions.ts';
import type { Unit } from '../store/unit.ts';
import { type Circumstance, type DeskContext, expired, type Outcome } from './context.ts';
import { journalizeCommand } from './journal.ts';

export type SessionCommand = Extract<Command, { op: `session.${string}` }>;
type Of<O extends SessionCommand['op']> = Extract<SessionCommand, { op: O }>;

/** `session.*`. The proof is looked at and forgotten: neither store nor journal nor log has a place for it. */
export async function handleSession(
  unit: Unit,
  command: SessionCommand,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const outcome: Outcome = expired(command, on) ? { code: 'EXPIRED' } : await handle(unit, command, on, desk);
  const said = command.op === 'session.close' ? undefined : command.args.person;
  const session =
    outcome.session?.session ?? (command.op === 'session.open' ? undefined : command.args.session);
  await journalizeCommand(unit, command, on, {
    ...(said === undefined ? {} : { person: said }),
    ...(session === undefined ? {} : { session }),
    assurance: command.op === 'session.adopt' ? 'offline' : 'declared',
    payload: { code: outcome.code },
  });
  return outcome;
}

function handle(unit: Unit, command: SessionCommand, on: Circumstance, desk: DeskContext): Promise<Outcome> {
  if (command.op === 'session.open') return open(unit, command, on, desk);
  if (command.op === 'session.adopt') return adopt(unit, command, on, desk);
  return close(unit, command, on);
}

/** The session as its seat hears of it; the person's record is that of now. */
function stateOf(session: Session, { people }: DeskContext, at: Instant): SessionState | undefined {
  const person = people.at(session.person, at);
  if (person === undefined) return undefined;
  return {
    session: session.id,
    person,
    role: person.role,
    openedAt: session.openedAt,
    assurance: session.assurance,
  };
}

const unknownPerson: Outcome = { code: 'NOT_FOUND', field: 'args.person' };

async function open(unit: Unit, command: Of<'session.open'>, { seat, at }: Circumstance, desk: DeskContext) {
  const person: PersonId = command.args.person;
  const session: Session = { id: desk.newSession(), seat, person, openedAt: at, assurance: 'declared' };
  const state = stateOf(session, desk, at);
  if (state === undefined) return unknownPerson;
  // Ended by the seat's own clock: rows that wait in its outbox carry times of that clock.
  await closeAtSeat(unit.tx, seat, command.madeAt);
  await writeSession(unit.tx, session);
  return { code: 'OK', session: state } satisfies Outcome;
}

async function adopt(
  unit: Unit,
  command: Of<'session.adopt'>,
  { seat, at }: Circumstance,
  desk: DeskContext,
) {
  const { session: id, person, openedAt } = command.args;
  if (millis(openedAt) > millis(command.madeAt))
    return { code: 'INVALID', field: 'args.openedAt' } satisfies Outcome;
  const known = await readSession(unit.tx, id);
  if (known !== undefined && (known.seat !== seat || known.person !== person))
    return { code: 'FORBIDDEN', field: 'args.session' } satisfies Outcome;
  const later = await unit.tx
    .selectFrom('session')
    .select('opened_at')
    .where('seat', '=', seat)
    .where('id', '!=', id)
    .where('opened_at', '>', openedAt)
    .orderBy('opened_at')
    .limit(1)
    .executeTakeFirst();
  const base: Session = known ?? { id, seat, person, openedAt, assurance: 'declared' };
  const state = stateOf(base, desk, at);
  if (state === undefined) return unknownPerson;
  if (known === undefined) {
    // Somebody has signed in at this seat since: this one only brings what was done before.
    if (later === undefined) await closeAtSeat(unit.tx, seat, openedAt);
    await writeSession(
      unit.tx,
      later === undefined ? base : { ...base, closedAt: later.opened_at as Instant },
    );
  }
  return { code: 'OK', session: state } satisfies Outcome;
}

async function close(unit: Unit, command: Of<'session.close'>, { seat }: Circumstance) {
  const session = await readSession(unit.tx, command.args.session);
  if (session === undefined) return { code: 'NOT_FOUND', field: 'args.session' } satisfies Outcome;
  if (session.seat !== seat) return { code: 'FORBIDDEN', field: 'args.session' } satisfies Outcome;
  await closeSession(unit.tx, session.id, command.madeAt);
  return { code: 'OK' } satisfies Outcome;
}
