import { duplicatesOf } from '../../../../shared/advice/duplicate.ts';
import { answersForSteps } from '../../../../shared/procedure/owed.ts';
import { Outcome, type Priority } from '../../../../shared/ticket/model.ts';
import { isPromised } from '../../../../shared/ticket/promise.ts';
import type { TicketOp } from '../../../../shared/wire/command.ts';
import { allowed } from '../actions.ts';
import type { Row, Viewer } from '../model.ts';

/** One thing that may be done to several tickets, or to those of them that allow it: as many commands as there are tickets in it. */
export interface Offer {
  readonly op: TicketOp;
  readonly rows: readonly Row[];
  readonly args: object;
  /** where it is about one more ticket: merged into, linked to */
  readonly with?: Row;
  readonly outcome?: Outcome;
  readonly priority?: Priority;
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
 * @param owes whether mandatory steps are not done: their motive is asked in the closing of that ticket, not of many
 */
export function offersOn(
  rows: readonly Row[],
  viewer: Viewer,
  owes: (row: Row) => boolean = () => false,
): readonly Offer[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const onAll = (op: TicketOp, some = rows) => some.every((row) => allowed(row, viewer, op));
  const offers: Offer[] = [];
  // One's own among them, or a colleague's, takes nothing from the others.
  const free = rows.filter((row) => allowed(row, viewer, 'ticket.claim'));
  if (free.length > 0) offers.push({ op: 'ticket.claim', rows: free, args: {} });
  if (onAll('ticket.release')) offers.push({ op: 'ticket.release', rows, args: {} });
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
  if (onAll('ticket.close'))
    for (const outcome of Outcome.options.filter((each) => each !== 'duplicate'))
      if (!answersForSteps(outcome) || !rows.some(owes))
        offers.push({ op: 'ticket.close', rows, args: { outcome }, outcome });
  return offers;
}
