import { Outcome, type Priority } from '../../../../shared/ticket/model.ts';
import { isPromised } from '../../../../shared/ticket/promise.ts';
import type { TicketOp } from '../../../../shared/wire/command.ts';
import { allowed } from '../actions.ts';
import type { Row, Viewer } from '../model.ts';

/** One thing that may be done to all of several tickets: as many commands as there are tickets in it. */
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

/** What the room's rules let this person do to every one of these tickets. */
export function offersOn(rows: readonly Row[], viewer: Viewer): readonly Offer[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const onAll = (op: TicketOp, some = rows) => some.every((row) => allowed(row, viewer, op));
  const offers: Offer[] = [];
  if (onAll('ticket.claim')) offers.push({ op: 'ticket.claim', rows, args: {} });
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
  if (others.length > 0 && canBeOne(rows) && onAll('ticket.merge', others))
    offers.push({ op: 'ticket.merge', rows: others, args: { into: first.ticket.id }, with: first });
  if (onAll('ticket.close'))
    for (const outcome of Outcome.options.filter((each) => each !== 'duplicate'))
      offers.push({ op: 'ticket.close', rows, args: { outcome }, outcome });
  return offers;
}
