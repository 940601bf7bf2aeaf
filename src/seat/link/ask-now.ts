import { v7 as uuid } from 'uuid';
import { assertNever } from '../../shared/assert-never.ts';
import type { CommandId } from '../../shared/ids.ts';
import { Command } from '../../shared/wire/command.ts';
import type { CommandReply } from '../../shared/wire/reply.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Session } from '../session/session.ts';
import type { Correspondence } from './correspondence.ts';

export interface Asking {
  readonly session: Pick<Session, 'current' | 'offline' | 'over'>;
  readonly letters: Pick<Correspondence, 'ask'>;
  /** whether the hub is there to be asked */
  readonly hubUp: () => boolean;
  /** how far this seat's clock is ahead of the hub's, ms; undefined while that is not known */
  readonly clockOffset: () => number | undefined;
  readonly now: () => number;
}

export interface AskedFor {
  /** by which the answer, or what came of it, is known; without, a new one */
  readonly cmd?: CommandId;
  /** op, target, args … by the hub's clock, ms */
  readonly content: (madeAt: number) => object;
  /** how long somebody waits before a button, ms */
  readonly answerMs: number;
  /** after this nobody acts on it any more, ms; said even where the hub's clock is not known. Without: `answerMs` */
  readonly expiresMs?: number;
}

export type Heard =
  | { readonly kind: 'answered'; readonly reply: CommandReply }
  /** asked, and nobody can say what became of it */
  | { readonly kind: 'silence' }
  /** nothing was sent */
  | { readonly kind: 'noSession' | 'noHub' }
  | { readonly kind: 'invalid'; readonly field: string };

/**
 * Asks the hub at once or not at all: for what acts on the world, or hides what nobody has seen, and must not be done
 * late. Nothing is kept, nothing is sent again.
 */
export async function askNow(
  { cmd: its, content, answerMs, expiresMs }: AskedFor,
  on: Asking,
): Promise<Heard> {
  const state = on.session.current();
  if (state === undefined) return { kind: 'noSession' };
  if (!on.hubUp() || on.session.offline) return { kind: 'noHub' };
  const cmd = its ?? uuid();
  const offset = on.clockOffset();
  const madeAt = on.now() - (offset ?? 0);
  // Where the hub's clock is not known the broker alone lets it expire.
  const lasts = expiresMs ?? (offset === undefined ? undefined : answerMs);
  const parsed = Command.safeParse({
    v: 1,
    cmd,
    session: state.session,
    ...content(madeAt),
    madeAt: instant(madeAt),
    ...(lasts === undefined ? {} : { expiresAt: instant(madeAt + lasts) }),
  });
  if (!parsed.success) return { kind: 'invalid', field: parsed.error.issues[0]?.path.join('.') ?? '' };
  const reply = await on.letters.ask('command', cmd, parsed.data, answerMs);
  if (reply === undefined || !('cmd' in reply)) return { kind: 'silence' };
  if (reply.code === 'FORBIDDEN' && reply.field === 'session') on.session.over(state.session);
  return { kind: 'answered', reply };
}

/** Why the hub has answered nothing, as a code beside its own; of a command that can't be one, the field at fault. */
export function unanswered(heard: Exclude<Heard, { kind: 'answered' }>): {
  readonly code: 'NO_SESSION' | 'NO_HUB' | 'NO_ANSWER' | 'INVALID';
  readonly field?: string;
} {
  switch (heard.kind) {
    case 'noSession':
      return { code: 'NO_SESSION' };
    case 'noHub':
      return { code: 'NO_HUB' };
    case 'silence':
      return { code: 'NO_ANSWER' };
    case 'invalid':
      return { code: 'INVALID', field: heard.field };
    default:
      return assertNever(heard);
  }
}
