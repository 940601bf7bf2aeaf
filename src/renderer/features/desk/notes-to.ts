import type { TicketEvent } from '../../../shared/ticket/model.ts';
import type { Row } from './model.ts';

type Rows = ReadonlyMap<string, Row>;

/** What the room has told more of, of those that are `me`'s, and since when it is to be read. */
export const touchedBetween = (
  before: Rows,
  after: Rows,
  me: string,
): readonly { readonly ticket: string; readonly since: string }[] =>
  [...after].flatMap(([ticket, { confirmed }]) => {
    const was = before.get(ticket)?.confirmed;
    if (was === undefined || confirmed === undefined || was === confirmed) return [];
    return was.updatedAt !== confirmed.updatedAt && confirmed.owner?.person === me
      ? [{ ticket, since: was.updatedAt }]
      : [];
  });

/** Notes by others that name `me`, made since then. @param events the ticket's, oldest first */
export const notesTo = (events: readonly TicketEvent[], me: string, since: string): readonly TicketEvent[] =>
  events.filter(({ to, person, at }) => to === me && person !== me && at >= since);
