import { LEAVES_LIGHT, LIGHT_NEEDED } from '../../shared/advice/leave-light.ts';
import type { LampAnswer, LampWish } from '../../shared/ipc/lamp-command.ts';
import { MOST_LAMPS } from '../../shared/wire/lamp-order.ts';
import { instant } from '../../shared/wire/time.ts';
import { type Asking, askNow, unanswered } from '../link/ask-now.ts';

const ANSWER_MS = 3_000;
/** After this nobody acts on it any more: what is lit late is lit for nothing. */
const EXPIRES_MS = 30_000;

export interface LampCommandOptions extends Asking {
  /** resolves once the hub has answered what this seat has done on the ticket, or can't */
  readonly settled: (ticket: string) => Promise<void>;
}

/**
 * Commands lamps, now or not at all: it acts on the street. Without the hub it is refused at once; where the hub does
 * not answer nobody can say, and what lamps do will tell. More lamps than a command names are several commands, each
 * sent when the one before is answered, all with one end.
 */
export async function commandLamps(wish: LampWish, on: LampCommandOptions): Promise<LampAnswer> {
  const ticket = 'ticket' in wish ? wish.ticket : undefined;
  // It may be about a ticket that the hub has yet to hear of.
  if (ticket !== undefined && on.hubUp()) await on.settled(ticket);
  if (wish.kind !== 'set' && wish.kind !== 'scene') return ask(() => contentOf(wish), on);
  const parts = wish.kind === 'set' ? [wish] : wish.parts;
  const orders = parts.flatMap(ordersOf);
  const all = orders.reduce((sum, { lamps }) => sum + lamps.length, 0);
  let until: string | undefined;
  let first: Refused | undefined;
  let left = 0;
  for (const [n, order] of orders.entries()) {
    const answer = await ask((madeAt) => {
      until ??= instant(madeAt + wish.minutes * 60_000);
      return settingOf(wish, order, until);
    }, on);
    if (answer.kind !== 'refused') continue;
    first ??= answer;
    left += order.lamps.length;
    // What stands in the way of these lamps is none for others; anything else is.
    if (answer.detail === LEAVES_LIGHT || answer.detail === LIGHT_NEEDED) continue;
    left += orders.slice(n + 1).reduce((sum, { lamps }) => sum + lamps.length, 0);
    break;
  }
  if (first === undefined) return { kind: 'done' };
  return left === all ? first : { ...first, kind: 'partly', left };
}

type Refused = Extract<LampAnswer, { kind: 'refused' }>;

async function ask(
  content: (madeAt: number) => object,
  on: LampCommandOptions,
): Promise<Exclude<LampAnswer, { kind: 'partly' }>> {
  const heard = await askNow({ content, answerMs: ANSWER_MS, expiresMs: EXPIRES_MS }, on);
  const { ok, code, field } = heard.kind === 'answered' ? heard.reply : { ok: false, ...unanswered(heard) };
  if (ok) return { kind: 'done' };
  return { kind: 'refused', code, ...(field === undefined ? {} : { detail: field }) };
}

function contentOf(wish: Extract<LampWish, { kind: 'release' | 'resend' | 'mend' }>): object {
  if (wish.kind !== 'mend')
    return { op: `lamp.${wish.kind}`, target: { type: 'override', id: wish.override }, args: {} };
  const { lamp, from, position, motive } = wish;
  return { op: 'inventory.mend', target: { type: 'lamp', id: lamp }, args: { from, position }, motive };
}

type Levelled = Pick<Extract<LampWish, { kind: 'set' }>, 'lamps' | 'level'>;

/** So many lamps as one command names. */
const ordersOf = ({ lamps, level }: Levelled): readonly Levelled[] =>
  Array.from({ length: Math.ceil(lamps.length / MOST_LAMPS) }, (_, n) => ({
    level,
    lamps: lamps.slice(n * MOST_LAMPS, (n + 1) * MOST_LAMPS),
  }));

function settingOf(
  { ticket, motive, advice, selection }: Extract<LampWish, { kind: 'set' | 'scene' }>,
  { lamps, level }: Levelled,
  until: string,
): object {
  return {
    op: 'lamp.set',
    target: { type: 'lamps', ids: lamps },
    args: {
      level,
      until,
      ...(ticket === undefined ? {} : { ticket }),
      ...(selection === undefined ? {} : { selection }),
    },
    ...(motive === undefined ? {} : { motive }),
    ...(advice === undefined ? {} : { advice }),
  };
}
