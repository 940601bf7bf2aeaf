import { duplicatesOf } from '../../../../shared/advice/duplicate.ts';
import { answersForSteps } from '../../../../shared/procedure/owed.ts';
import { Outcome, type Priority } from '../../../../shared/ticket/model.ts';
import { isPromised } from '../../../../shared/ticket/promise.ts';
import { hasCommitted } from '../../../../shared/unit/assignment.ts';
import { engagedUnits } from '../../../../shared/unit/engaged.ts';
import type { SkippedAtClosing, TicketOp } from '../../../../shared/wire/command.ts';
import { allowed } from '../actions.ts';
import type { Row, Viewer } from '../model.ts';
import type { Wish } from '../store.ts';

/** One thing that may be done to several tickets, or to those of them that allow it: as many commands as there are tickets in it. */
export interface Offer {
  readonly op: TicketOp;
  readonly rows: readonly Row[];
  readonly args: object;
  /** where it is about one more ticket: merged into, linked to */
  readonly with?: Row;
  readonly outcome?: Outcome;
  readonly priority?: Priority;
  /** of those that would be closed, how many units are engaged on them still: they go in vain then */
  readonly engaged?: number;
  /** of those that would be closed, what they owe to their procedures: one motive is asked for all of it */
  readonly owing?: readonly Owing[];
}

/** A ticket whose mandatory steps are not done, and which they are. */
export interface Owing {
  readonly row: Row;
  readonly skipped: SkippedAtClosing;
}

/** One command for each ticket of an offer. @param motive of what is left out; where nothing is, none is needed */
export function wishesOf({ rows, args, owing = [] }: Offer, motive?: string): readonly Wish[] {
  return rows.map((row) => {
    const skipped = owing.find((one) => one.row === row)?.skipped;
    const owed = skipped !== undefined && motive !== undefined;
    return { ticket: row.ticket.id, args: owed ? { ...args, skipped } : args, ...(owed && { motive }) };
  });
}

/** A P1 is silenced by who has read it, one by one. */
const mayAcknowledge = ({ ticket }: Row): boolean => ticket.priority !== 1;

/** The one that stays tracks one promise to call back. */
const canBeOne = (rows: readonly Row[]): boolean =>
  rows.filter(({ ticket }) => isPromised(ticket)).length <= 1;

/** Whether one may tell of the other's event; that a traffic light is no fight nobody takes back. */
const isSameAs = ({ ticket: a }: Row, { ticket: b }: Row): boolean =>
  a.kind === b.kind || duplicatesOf(b, [a]).length > 0;

/**
 * What the room's rules let this person do to every one of these tickets.
 * @param owedOf the mandatory steps of a ticket that are not done
 */
export function offersOn(
  rows: readonly Row[],
  viewer: Viewer,
  owedOf: (row: Row) => SkippedAtClosing | undefined = () => undefined,
): readonly Offer[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const onAll = (op: TicketOp, some = rows) => some.every((row) => allowed(row, viewer, op));
  const offers: Offer[] = [];
  // One's own among them, or a colleague's, takes nothing from the others.
  const free = rows.filter((row) => allowed(row, viewer, 'ticket.claim'));
  if (free.length > 0) offers.push({ op: 'ticket.claim', rows: free, args: {} });
  // Another's goes back with a motive only: on the ticket itself, or from the list of who holds what.
  // So does one's own to which a unit comes.
  const own = rows.every(({ ticket }) => ticket.owner?.person === viewer.me?.id && !hasCommitted(ticket));
  if (own && onAll('ticket.release')) offers.push({ op: 'ticket.release', rows, args: {} });
  if (rows.every(mayAcknowledge) && onAll('ticket.acknowledge'))
    offers.push({ op: 'ticket.acknowledge', rows, args: {} });
  if (onAll('ticket.prioritise'))
    for (const priority of [1, 2, 3, 4] as const)
      if (rows.some(({ ticket }) => ticket.priority !== priority))
        offers.push({
          op: 'ticket.prioritise',
          rows: rows.filter(({ ticket }) => ticket.priority !== priority),
          args: { priority },
          priority,
        });
  if (others.length > 0 && onAll('ticket.link', others))
    offers.push({ op: 'ticket.link', rows: others, args: { ticket: first.ticket.id }, with: first });
  const same = others.filter((row) => isSameAs(first, row));
  if (same.length > 0 && canBeOne([first, ...same]) && onAll('ticket.merge', same))
    offers.push({ op: 'ticket.merge', rows: same, args: { into: first.ticket.id }, with: first });
  if (onAll('ticket.close')) {
    const owing = rows.flatMap((row): readonly Owing[] => {
      const skipped = owedOf(row);
      return skipped === undefined ? [] : [{ row, skipped }];
    });
    const engaged = rows.reduce((sum, { ticket }) => sum + engagedUnits(ticket).length, 0);
    for (const outcome of Outcome.options.filter((each) => each !== 'duplicate')) {
      const asks = answersForSteps(outcome) && owing.length > 0;
      offers.push({ op: 'ticket.close', rows, args: { outcome }, outcome, engaged, ...(asks && { owing }) });
    }
  }
  return offers;
}
