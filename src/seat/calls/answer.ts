import { assertNever } from '../../shared/assert-never.ts';
import type { CallAnswered } from '../../shared/ipc/model.ts';
import { type Asking, askNow } from '../link/ask-now.ts';

/** How long the hub may take: whoever pressed the key picks up the telephone by hand after that. */
const ANSWER_MS = 4_000;

/** Takes a call that rings here: it connects a telephone, and must do that while the hand is on the key or not at all. */
export async function answerCall(call: string, on: Asking): Promise<CallAnswered> {
  const content = () => ({ op: 'call.answer', target: { type: 'call', id: call }, args: {} });
  const heard = await askNow({ content, answerMs: ANSWER_MS }, on);
  switch (heard.kind) {
    case 'noSession':
      return { kind: 'refused', code: 'NO_SESSION' };
    case 'noHub':
      return { kind: 'refused', code: 'NO_HUB' };
    case 'invalid':
      return { kind: 'refused', code: 'INVALID' };
    case 'silence':
      return { kind: 'refused', code: 'SILENCE' };
    case 'answered': {
      const { ok, code, ticket, call: state } = heard.reply;
      if (ok && ticket !== undefined) return { kind: 'answered', ticket: ticket.id };
      if (code === 'BAD_STATE' && state !== undefined) return { kind: 'taken', call: state };
      return { kind: 'refused', code };
    }
    default:
      return assertNever(heard);
  }
}
