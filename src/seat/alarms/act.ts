import { v7 as uuid } from 'uuid';
import { AlarmCommand } from '../../shared/alarm/command.ts';
import type { AlarmAct, AlarmAnswer } from '../../shared/ipc/alarm.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Session } from '../session/session.ts';

/** Longer than this nobody waits before a button; by then the hub has not done it, and will not. */
const ANSWER_MS = 3_000;

export interface AlarmActOptions {
  readonly session: Pick<Session, 'current' | 'offline' | 'over'>;
  readonly letters: Pick<Correspondence, 'ask'>;
  readonly hubUp: () => boolean;
  /** how far this seat's clock is ahead of the hub's, ms; undefined while that is not known */
  readonly clockOffset: () => number | undefined;
  readonly now: () => number;
}

/** Acts on an alarm at once or not at all: nothing is kept, for late it would hide what nobody has seen. */
export async function actOnAlarm(wish: AlarmAct, on: AlarmActOptions): Promise<AlarmAnswer> {
  const state = on.session.current();
  if (state === undefined) return { kind: 'refused', code: 'NO_SESSION' };
  if (!on.hubUp() || on.session.offline) return { kind: 'unanswered' };
  const cmd = uuid();
  const offset = on.clockOffset();
  const madeAt = on.now() - (offset ?? 0);
  const parsed = AlarmCommand.safeParse({
    v: 1,
    cmd,
    session: state.session,
    op: wish.op,
    target: { type: 'alarm', id: wish.alarm },
    exp: wish.exp,
    args: wish.args,
    ...(wish.motive === undefined ? {} : { motive: wish.motive }),
    madeAt: instant(madeAt),
    // By the hub's clock; where that is not known the broker alone lets it expire.
    ...(offset === undefined ? {} : { expiresAt: instant(madeAt + ANSWER_MS) }),
  });
  if (!parsed.success)
    return { kind: 'refused', code: 'INVALID', field: parsed.error.issues[0]?.path.join('.') };
  const reply = await on.letters.ask('command', cmd, parsed.data, ANSWER_MS);
  if (reply === undefined || !('cmd' in reply)) return { kind: 'unanswered' };
  if (reply.code === 'FORBIDDEN' && reply.field === 'session') on.session.over(state.session);
  if (reply.ok) return { kind: 'done' };
  return { kind: 'refused', code: reply.code, field: reply.field };
}
