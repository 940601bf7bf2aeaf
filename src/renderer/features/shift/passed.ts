import type { TicketEvent, TicketEventType } from '../../../shared/ticket/model.ts';
import { isHeld } from '../../../shared/ticket/urgency.ts';
import type { Row } from '../desk/index.ts';

/** What became of a ticket that was this person's, by somebody else's hand. */
export interface Passed {
  readonly ticket: string;
  readonly ref: string | undefined;
  /** it was passed on and accepted; declined; taken by a supervisor; put back into the queue */
  readonly how: 'accepted' | 'declined' | 'takenOver' | 'freed';
  /** the other person's id; nobody's where it is free again */
  readonly who: string | undefined;
}

type Rows = ReadonlyMap<string, Row>;

/** What somebody else has done between two states of the board with what is `me`'s, as the room has confirmed it. */
export function passedBetween(before: Rows, after: Rows, me: string): readonly Passed[] {
  const found: Passed[] = [];
  for (const [id, row] of after) {
    const was = before.get(id);
    const is = row.confirmed;
    if (was === undefined || was === row || is === undefined || was.confirmed?.owner?.person !== me) continue;
    const how = whatBecame(was, is, me);
    if (how !== undefined)
      found.push({ ticket: id, ref: is.ref?.split('-').at(-1), how, who: whose(how, was, is) });
  }
  return found;
}

function whatBecame(was: Row, is: NonNullable<Row['confirmed']>, me: string): Passed['how'] | undefined {
  // What was done here is no news here.
  const own = (op: string) => was.pending.some((item) => item.op === op);
  const asked = was.confirmed?.handoverTo;
  if (is.owner?.person === me)
    return asked !== undefined && is.handoverTo === undefined && isHeld(is) && !own('ticket.decline')
      ? 'declined'
      : undefined;
  if (is.state === 'open') return own('ticket.release') ? undefined : 'freed';
  if (!isHeld(is)) return undefined;
  return is.owner?.person === asked ? 'accepted' : 'takenOver';
}

/** Whether what was told of a ticket is so no more: what is said of it would be the contrary of what is. */
export function isOvertaken(how: Passed['how'], row: Row | undefined, me: string): boolean {
  const is = row?.confirmed;
  if (is === undefined) return false; // it has left the board: nothing says otherwise
  const mine = isHeld(is) && is.owner?.person === me;
  if (how === 'declined') return !mine;
  return mine || (how === 'freed' && is.state !== 'open');
}

/** What somebody did over the head of who had it. */
const DEED: Readonly<Partial<Record<Passed['how'], TicketEventType>>> = {
  takenOver: 'ticket.takenOver',
  freed: 'ticket.released',
};

/**
 * Why somebody took a ticket or put it back, in their words; undefined where they gave none, or the hub did it.
 * @param events the ticket's, oldest first
 */
export function motiveOf(events: readonly TicketEvent[], how: Passed['how']): string | undefined {
  const deed = DEED[how];
  const last = events.findLast(({ type }) => type === deed);
  return last?.person === undefined ? undefined : last.motive;
}

const whose = (how: Passed['how'], was: Row, is: NonNullable<Row['confirmed']>): string | undefined =>
  how === 'declined' ? was.confirmed?.handoverTo : is.owner?.person;
