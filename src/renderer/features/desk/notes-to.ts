import type { TicketEvent } from '../../../shared/ticket/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import type { Row } from './model.ts';

type Rows = ReadonlyMap<string, Row>;

/** `me` has it, by the hub's word: a note for them on it is theirs to read. */
export const hasIt = (row: Row | undefined, me: string): boolean =>
  row?.confirmed?.owner?.person === me && row.confirmed.state !== 'closed';

/** Tickets of `me`'s of which the room has told more. @param before undefined where nothing was read yet: then all */
export const touchedBetween = (before: Rows | undefined, after: Rows, me: string): readonly string[] =>
  [...after].flatMap(([ticket, row]) => {
    const was = before?.get(ticket)?.confirmed;
    return hasIt(row, me) && was?.updatedAt !== row.confirmed?.updatedAt ? [ticket] : [];
  });

/** Names a note for good: an epoch of the hub may count anew. */
export const noteKey = ({ cmd, epoch, seq }: TicketEvent): string => cmd ?? `${epoch} ${seq}`;

/**
 * Notes by others that name `me` and that they have not seen: who has done something on the ticket since had them before
 * their eyes, at whatever seat; what was done before, and told late, says nothing.
 * @param events the ticket's, oldest first
 * @param seen keys of those that were seen at this seat
 */
export function notesTo(
  events: readonly TicketEvent[],
  me: string,
  seen: ReadonlySet<string>,
): readonly TicketEvent[] {
  const done = events.filter(({ person }) => person === me).map(({ at, madeAt }) => millis(madeAt ?? at));
  const last = Math.max(...done, Number.NEGATIVE_INFINITY);
  return events.filter(
    (event) => event.to === me && event.person !== me && millis(event.at) > last && !seen.has(noteKey(event)),
  );
}
