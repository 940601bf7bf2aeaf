import { v7 as uuid } from 'uuid';
import type { LampAnswer, LampWish } from '../../shared/ipc/model.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Session } from '../session/session.ts';

const ANSWER_MS = 3_000;
/** After this nobody acts on it any more: what is lit late is lit for nothing. */
const EXPIRES_MS = 30_000;

export interface LampCommandOptions {
  readonly session: Pick<Session, 'current' | 'offline' | 'over'>;
  readonly letters: Pick<Correspondence, 'ask'>;
  /** resolves once the hub has answered what this seat has done on the ticket, or can't */
  readonly settled: (ticket: string) => Promise<void>;
  readonly hubUp: () => boolean;
  /** how far this seat's clock is ahead of the hub's, ms; undefined while that is not known */
  readonly clockOffset: () => number | undefined;
  readonly now: () => number;
}

/**
 * Commands lamps, now or not at all: it acts on the street, so it never waits in the outbox. Without the hub it is
 * refused at once; where the hub does not answer nobody can say, and what lamps do will tell.
 */
export async function commandLamps(wish: LampWish, on: LampCommandOptions): Promise<LampAnswer> {
  const ticket = wish.kind === 'set' ? wish.ticket : undefined;
  // It may be about a ticket that the hub has yet to hear of.
  if (ticket !== undefined && on.hubUp()) await on.settled(ticket);
  const state = on.session.current();
  if (state === undefined) return { kind: 'refused', code: 'NO_SESSION' };
  if (!on.hubUp() || on.session.offline) return { kind: 'refused', code: 'NO_HUB' };
  const cmd = uuid();
  const madeAt = on.now() - (on.clockOffset() ?? 0);
  const expires = { madeAt: instant(madeAt), expiresAt: instant(madeAt + EXPIRES_MS) };
  const letter = { v: 1, cmd, session: state.session, ...contentOf(wish, madeAt), ...expires };
  const reply = await on.letters.ask('command', cmd, letter, ANSWER_MS);
  if (reply === undefined || !('cmd' in reply)) return { kind: 'refused', code: 'NO_ANSWER' };
  if (reply.code === 'FORBIDDEN' && reply.field === 'session') on.session.over(state.session);
  if (reply.ok) return { kind: 'done' };
  return {
    kind: 'refused',
    code: reply.code,
    ...(reply.field === undefined ? {} : { detail: reply.field }),
  };
}

function contentOf(wish: LampWish, madeAt: number): object {
  if (wish.kind === 'release')
    return { op: 'lamp.release', target: { type: 'override', id: wish.override }, args: {} };
  const { lamps, level, minutes, ticket, motive, advice } = wish;
  return {
    op: 'lamp.set',
    target: { type: 'lamps', ids: lamps },
    args: { level, until: instant(madeAt + minutes * 60_000), ...(ticket === undefined ? {} : { ticket }) },
    ...(motive === undefined ? {} : { motive }),
    ...(advice === undefined ? {} : { advice }),
  };
}
