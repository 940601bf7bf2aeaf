import { assertNever } from '../../shared/assert-never.ts';
import type { AlarmAct, AlarmAnswer } from '../../shared/ipc/alarm.ts';
import { type Asking, askNow } from '../link/ask-now.ts';

/** Longer than this nobody waits before a button; by then the hub has not done it, and will not. */
const ANSWER_MS = 3_000;

/** Acts on an alarm at once or not at all: late it would hide what nobody has seen. */
export async function actOnAlarm(wish: AlarmAct, on: Asking): Promise<AlarmAnswer> {
  const { op, alarm, exp, args, motive } = wish;
  const target = { type: 'alarm', id: alarm };
  const content = () => ({ op, target, exp, args, ...(motive === undefined ? {} : { motive }) });
  const heard = await askNow({ content, answerMs: ANSWER_MS }, on);
  switch (heard.kind) {
    case 'noSession':
      return { kind: 'refused', code: 'NO_SESSION' };
    case 'invalid':
      return { kind: 'refused', code: 'INVALID', field: heard.field };
    case 'noHub':
    case 'silence':
      return { kind: 'unanswered' };
    case 'answered': {
      const { ok, code, field } = heard.reply;
      return ok ? { kind: 'done' } : { kind: 'refused', code, field };
    }
    default:
      return assertNever(heard);
  }
}
