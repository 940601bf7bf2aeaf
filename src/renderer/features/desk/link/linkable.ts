import type { Ticket } from '../../../../shared/ticket/model.ts';
import type { Row } from '../model.ts';
import { seenText, wordsOf } from '../queue/filter.ts';

/** As many as one reads. */
const MOST = 8;

/**
 * Tickets that may be linked with one, by what is typed: open ones first, then by how late they were opened.
 * @param linked those that are already
 * @param found what the seat's own search has found by the words
 */
export function linkable(
  { id }: Ticket,
  rows: ReadonlyMap<string, Row>,
  linked: ReadonlySet<string>,
  typed: string,
  found: ReadonlySet<string> | undefined,
): readonly Row[] {
  const words = wordsOf(typed);
  const hits = [...rows.values()].filter(
    ({ ticket, confirmed }) =>
      ticket.id !== id &&
      confirmed !== undefined &&
      !linked.has(ticket.id) &&
      (found?.has(ticket.id) === true || words.every((word) => seenText(ticket).includes(word))),
  );
  const isClosed = ({ ticket }: Row): number => Number(ticket.state === 'closed');
  return hits
    .toSorted((a, b) => isClosed(a) - isClosed(b) || (a.ticket.openedAt < b.ticket.openedAt ? 1 : -1))
    .slice(0, MOST);
}
