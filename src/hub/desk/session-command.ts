import type { Person } from '../../shared/rights/model.ts';
import type { Command } from '../../shared/wire/command.ts';
import type { SessionState } from '../../shared/wire/reply.ts';
import { type Instant, millis } from '../../shared/wire/time.ts';
import {
  closeAtSeat,
  closeSession,
  inHubTime,
  readSession,
  type Session,
  writeSession,
} from '../accounts/sessions.ts';
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
  await journalizeCommand(unit, command, on, {
    ...(said === undefined ? {} : { person: said }),
    session: command.args.session,
    assurance: command.op === 'session.adopt' ? 'offline' : 'declared',
    payload: { code: outcome.code, ...timesOf(command) },
  });
  return outcome;
}

/** What a seat says of a session that the hub did not see begin. */
function timesOf(command: SessionCommand): { readonly openedAt?: Instant; readonly endedAt?: Instant } {
  if (command.op !== 'session.adopt') return {};
  const { openedAt, endedAt } = command.args;
  return endedAt === undefined ? { openedAt } : { openedAt, endedAt };
}

function handle(unit: Unit, command: SessionCommand, on: Circumstance, desk: DeskContext): Promise<Outcome> {
  if (command.op === 'session.open') return open(unit, command, on, desk);
  if (command.op === 'session.adopt') return adopt(unit, command, on, desk);
  return close(unit, command, on);
}

/** The session as its seat hears of it; the person's record is that of now. */
function stateOf(session: Session, person: Person): SessionState {
  const { id, openedAt, assurance } = session;
  return { session: id, person, role: person.role, openedAt, assurance };
}

const unknownPerson: Outcome = { code: 'NOT_FOUND', field: 'args.person' };
const notThisOne: Outcome = { code: 'FORBIDDEN', field: 'args.session' };

/** The same session again is the same session: its answer may have been lost. */
async function open(unit: Unit, command: Of<'session.open'>, on: Circumstance, desk: DeskContext) {
  const { session: id, person: who } = command.args;
  const asked = newSession(command, on, command.madeAt);
  const known = await readSession(unit.tx, id);
  if (known !== undefined && (!isSame(known, asked) || known.closedAt !== undefined)) return notThisOne;
  const person = desk.people.at(who, on.at);
  if (person === undefined) return unknownPerson;
  if (known === undefined) await begin(unit, asked);
  return { code: 'OK', session: stateOf(known ?? asked, person) } satisfies Outcome;
}

async function adopt(unit: Unit, command: Of<'session.adopt'>, on: Circumstance, desk: DeskContext) {
  const { session: id, person: who, openedAt, endedAt } = command.args;
  if (millis(openedAt) > millis(command.madeAt))
    return { code: 'INVALID', field: 'args.openedAt' } satisfies Outcome;
  const asked = newSession(command, on, openedAt);
  const known = await readSession(unit.tx, id);
  if (known !== undefined && !isSame(known, asked)) return notThisOne;
  const session = known ?? asked;
  const then = desk.people.at(who, inHubTime(session, openedAt, on.at));
  if (then === undefined) return unknownPerson;
  const now = desk.people.at(who, on.at);
  // Who has left meanwhile sits nowhere; what they did before is still to come, and to be judged.
  const end = endedAt ?? (now === undefined ? command.madeAt : undefined);
  if (end !== undefined) {
    if (known === undefined) await writeSession(unit.tx, { ...asked, closedAt: end });
    else await closeSession(unit.tx, id, end);
    if (endedAt === undefined) return { code: 'FORBIDDEN', field: 'args.person' } satisfies Outcome;
  } else if (known === undefined) await begin(unit, asked);
  // Who left, or whose seat has another, does not sit there again because the seat says so.
  else if (known.closedAt !== undefined) return notThisOne;
  return { code: 'OK', session: stateOf(session, now ?? then) } satisfies Outcome;
}

/** What is heard now is as old as its way here: that is how far the clocks are apart, as well as can be told. */
const newSession = (
  { args, madeAt }: Of<'session.open'> | Of<'session.adopt'>,
  { seat, at }: Circumstance,
  openedAt: Instant,
): Session => ({
  id: args.session,
  seat,
  person: args.person,
  openedAt,
  assurance: 'declared',
  hubAheadMs: millis(at) - millis(madeAt),
});

const isSame = (known: Session, asked: Session): boolean =>
  known.seat === asked.seat && known.person === asked.person;

/** Somebody sits down, and whoever sat there has gone: by the seat's clock, as rows that wait in its outbox. */
async function begin({ tx }: Unit, session: Session): Promise<void> {
  await closeAtSeat(tx, session.seat, session.openedAt);
  await writeSession(tx, session);
}

async function close(unit: Unit, command: Of<'session.close'>, { seat }: Circumstance) {
  const session = await readSession(unit.tx, command.args.session);
  if (session === undefined) return { code: 'NOT_FOUND', field: 'args.session' } satisfies Outcome;
  if (session.seat !== seat) return notThisOne;
  await closeSession(unit.tx, session.id, command.madeAt);
  return { code: 'OK' } satisfies Outcome;
}
