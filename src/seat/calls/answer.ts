import { v7 as uuid } from 'uuid';
import type { CallAnswered } from '../../shared/ipc/model.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Session } from '../session/session.ts';

/** How long the hub may take: whoever pressed the key picks up the telephone by hand after that. */
const ANSWER_MS = 4_000;

export interface AnswerOptions {
  readonly session: Pick<Session, 'current' | 'offline' | 'over'>;
  readonly letters: Pick<Correspondence, 'ask'>;
  /** whether the hub is there to be asked */
  readonly hubUp: () => boolean;
  /** how far this seat's clock is ahead of the hub's, ms; undefined while that is not known */
  readonly clockOffset: () => number | undefined;
  readonly now: () => number;
}

/**
 * Takes a call that rings here: asks the hub at once and nowhere else. It is never kept for later: it connects a
 * telephone, and must do that while the hand is on the key or not at all.
 */
export async function answerCall(call: string, on: AnswerOptions): Promise<CallAnswered> {
  const state = on.session.current();
  if (state === undefined) return { kind: 'refused', code: 'NO_SESSION' };
  if (!on.hubUp() || on.session.offline) return { kind: 'refused', code: 'NO_HUB' };
  const cmd = uuid();
  const offset = on.clockOffset();
  const madeAt = on.now() - (offset ?? 0);
  const reply = await on.letters.ask(
    'command',
    cmd,
    {
      v: 1,
      cmd,
      session: state.session,
      op: 'call.answer',
      target: { type: 'call', id: call },
      args: {},
      madeAt: instant(madeAt),
      // By the hub's clock. Where that is not known the broker alone lets it expire.
      ...(offset === undefined ? {} : { expiresAt: instant(madeAt + ANSWER_MS) }),
    },
    ANSWER_MS,
  );
  if (reply === undefined || !('cmd' in reply)) return { kind: 'refused', code: 'SILENCE' };
  if (reply.code === 'FORBIDDEN' && reply.field === 'session') on.session.over(state.session);
  if (reply.ok && reply.ticket !== undefined) return { kind: 'answered', ticket: reply.ticket.id };
  if (reply.code === 'BAD_STATE' && reply.call !== undefined) return { kind: 'taken', call: reply.call };
  return { kind: 'refused', code: reply.code };
}
