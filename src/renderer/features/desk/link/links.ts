import type { OutboxItem } from '../../../../shared/ipc/model.ts';
import type { Row } from '../model.ts';

/** Another ticket that this one is linked with, from whichever of the two. */
export interface Linked {
  readonly id: string;
  /** undefined where this seat does not hold it: it is of long ago */
  readonly row: Row | undefined;
  /** the tickets on which the link is written: one of the two, or both */
  readonly holders: readonly string[];
  /** linked or unlinked here, and not confirmed yet */
  readonly unsure: boolean;
}

/** Links of a ticket in both directions: its own in the order they were made, then those of others, oldest first. */
export function linksOf(row: Row, rows: ReadonlyMap<string, Row>): readonly Linked[] {
  const { id, links } = row.ticket;
  const from = [...rows.values()].filter(({ ticket }) => ticket.links.includes(row.ticket.id));
  const others = from
    .filter(({ ticket }) => !links.includes(ticket.id))
    .toSorted((a, b) => (a.ticket.openedAt < b.ticket.openedAt ? -1 : 1));
  return [...links.map((other) => ({ other, row: rows.get(other) })), ...others.map(asOther)].map(
    ({ other, row: theirs }) => ({
      id: other,
      row: theirs,
      holders: [
        ...(links.some((link) => link === other) ? [id] : []),
        ...(theirs?.ticket.links.includes(id) === true ? [other] : []),
      ],
      unsure:
        row.pending.some((item) => isLinkWith(item, other)) ||
        theirs?.pending.some((item) => isLinkWith(item, id)) === true,
    }),
  );
}

const asOther = (row: Row): { readonly other: Row['ticket']['id']; readonly row: Row } => ({
  other: row.ticket.id,
  row,
});
const isLinkWith = ({ op, args }: OutboxItem, id: string): boolean =>
  (op === 'ticket.link' || op === 'ticket.unlink') && args.ticket === id;
