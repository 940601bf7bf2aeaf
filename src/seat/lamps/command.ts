import { assertNever } from '../../shared/assert-never.ts';
import type { LampAnswer, LampWish } from '../../shared/ipc/lamp-command.ts';
import { instant } from '../../shared/wire/time.ts';
import { type Asking, askNow } from '../link/ask-now.ts';

const ANSWER_MS = 3_000;
/** After this nobody acts on it any more: what is lit late is lit for nothing. */
const EXPIRES_MS = 30_000;

export interface LampCommandOptions extends Asking {
  /** resolves once the hub has answered what this seat has done on the ticket, or can't */
  readonly settled: (ticket: string) => Promise<void>;
}

/**
 * Commands lamps, now or not at all: it acts on the street. Without the hub it is refused at once; where the hub does
 * not answer nobody can say, and what lamps do will tell.
 */
export async function commandLamps(wish: LampWish, on: LampCommandOptions): Promise<LampAnswer> {
  const ticket = wish.kind === 'set' ? wish.ticket : undefined;
  // It may be about a ticket that the hub has yet to hear of.
  if (ticket !== undefined && on.hubUp()) await on.settled(ticket);
  const content = (madeAt: number) => contentOf(wish, madeAt);
  const heard = await askNow({ content, answerMs: ANSWER_MS, expiresMs: EXPIRES_MS }, on);
  switch (heard.kind) {
    case 'noSession':
      return { kind: 'refused', code: 'NO_SESSION' };
    case 'noHub':
      return { kind: 'refused', code: 'NO_HUB' };
    case 'invalid':
      return { kind: 'refused', code: 'INVALID', detail: heard.field };
    case 'silence':
      return { kind: 'refused', code: 'NO_ANSWER' };
    case 'answered': {
      const { ok, code, field } = heard.reply;
      if (ok) return { kind: 'done' };
      return { kind: 'refused', code, ...(field === undefined ? {} : { detail: field }) };
    }
    default:
      return assertNever(heard);
  }
}

function contentOf(wish: LampWish, madeAt: number): object {
  if (wish.kind === 'release')
    return { op: 'lamp.release', target: { type: 'override', id: wish.override }, args: {} };
  if (wish.kind === 'mend') {
    const { lamp, from, position, motive } = wish;
    return { op: 'inventory.mend', target: { type: 'lamp', id: lamp }, args: { from, position }, motive };
  }
  const { lamps, level, minutes, ticket, motive, advice } = wish;
  return {
    op: 'lamp.set',
    target: { type: 'lamps', ids: lamps },
    args: { level, until: instant(madeAt + minutes * 60_000), ...(ticket === undefined ? {} : { ticket }) },
    ...(motive === undefined ? {} : { motive }),
    ...(advice === undefined ? {} : { advice }),
  };
}
