import type { Priority, Ticket, TicketDraft } from '../../../../shared/ticket/model.ts';
import { type Draft, type DraftField, draftOf, EMPTY_DRAFT, finish } from '../create/draft.ts';

/** What may be corrected by one command; the priority has its own. */
export const AMENDABLE = ['kind', 'service', 'title', 'place', 'caller', 'description'] as const;
export type Amendable = (typeof AMENDABLE)[number];
type Amendables = Partial<Pick<TicketDraft, Amendable>>;

/** What is to be sent: only what differs, so that what somebody else corrects meanwhile stands. */
export interface Amendment {
  readonly args: Amendables;
  readonly priority: Priority | undefined;
}

/** The form, filled in with what is known of a ticket. @param kindText the name of its kind */
export const draftOfTicket = (ticket: Ticket, kindText: string): Draft =>
  ticket.kind === UNDERSTOOD_LATER ? callDraft(ticket) : draftOf(ticket, kindText);

/** The kind of a call of which nothing is known yet but who rings. */
const UNDERSTOOD_LATER = 'call';

/**
 * What was said on the telephone is written from nothing: the hub's stand-ins must not be kept by accident. Whose it is
 * and how urgent stays as it stands on the ticket until a kind or a person says otherwise.
 */
const callDraft = ({ caller, description, service, priority }: Ticket): Draft => ({
  ...EMPTY_DRAFT,
  service,
  priority,
  caller: caller?.name ?? '',
  number: caller?.number ?? '',
  description: description ?? '',
});

/** A field in a form that can be compared: emptied is the same as never filled in. */
function plain(from: Amendables, field: Amendable): string {
  const value = from[field];
  if (typeof value !== 'object') return value ?? '';
  const known = Object.entries(value).filter(([, part]) => part !== undefined);
  return known.length === 0 ? '' : JSON.stringify(known.toSorted(([a], [b]) => a.localeCompare(b)));
}

const EMPTY = { caller: {}, description: '' } as const;

/** @param seen the ticket as it was when the form was filled in */
export function amendment(
  seen: Ticket,
  draft: Draft,
): Amendment | { readonly missing: readonly DraftField[] } {
  const done = finish(draft);
  if ('missing' in done) return done;
  const now: Amendables = { ...EMPTY, ...done.draft };
  const changed = AMENDABLE.filter((field) => plain(seen, field) !== plain(now, field));
  return {
    args: Object.fromEntries(changed.map((field) => [field, now[field]])),
    priority: draft.priority === seen.priority ? undefined : draft.priority,
  };
}

/** What the room has changed of what is to be corrected, since the form was filled in. */
export const changedMeanwhile = (seen: Ticket, now: Ticket, { args }: Amendment): readonly Amendable[] =>
  AMENDABLE.filter((field) => field in args && plain(seen, field) !== plain(now, field));
