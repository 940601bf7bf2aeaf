import { type DuplicateAdvice, duplicatesOf } from '../../../../shared/advice/duplicate.ts';
import type { Position } from '../../../../shared/geo/position.ts';
import type { TicketId } from '../../../../shared/ids.ts';
import type { Ticket } from '../../../../shared/ticket/model.ts';
import type { Instant } from '../../../../shared/wire/time.ts';
import type { Draft } from './draft.ts';

/** The form has no id before it is sent. */
const FORM = 'form' as TicketId;

/** An open ticket that probably tells of what is being written down, and why. */
export interface SameEvent extends Pick<DuplicateAdvice, 'reasons' | 'limits'> {
  readonly other: TicketId;
}

/**
 * Open tickets that tell of the event that is being written down, nearest first.
 * @param own the ticket that the form is about, where it has one already: as the room knows it
 */
export function sameEvent(
  draft: Draft,
  others: readonly Ticket[],
  now: Instant,
  own?: Ticket,
): readonly SameEvent[] {
  const id = own?.id ?? FORM;
  const written = asTicket(draft, now, own);
  // A street that was chosen stands for all of its length: its middle says nothing of how near another ticket is.
  const { position, street, ...place } = written.place;
  const isExact =
    street === undefined ||
    draft.point ||
    draft.corner !== undefined ||
    draft.landmark !== undefined ||
    (position !== undefined && isSame(position, own?.place.position));
  const byStreet = isExact ? written : { ...written, place: { ...place, street } };
  const [named, unnamed] = [others.filter(hasStreet), others.filter((other) => !hasStreet(other))];
  return [...duplicatesOf(byStreet, named), ...duplicatesOf(written, unnamed)].map(
    ({ merge, into, reasons, limits }) => ({ other: merge === id ? into : merge, reasons, limits }),
  );
}

const isSame = (a: Position, b: Position | undefined): boolean => a[0] === b?.[0] && a[1] === b?.[1];

const hasStreet = ({ place: { street } }: Ticket): boolean => street !== undefined;

/** The form as the ticket that it would make now. */
const asTicket = (draft: Draft, now: Instant, own: Ticket | undefined): Ticket => ({
  id: FORM,
  source: { kind: 'operator', system: 'form', sourceId: FORM },
  state: 'open',
  units: [],
  links: [],
  version: 1,
  openedAt: now,
  updatedAt: now,
  ...own,
  title: draft.title,
  kind: draft.kind,
  service: draft.service,
  priority: draft.priority,
  description: draft.description,
  place: {
    label: draft.place,
    street: draft.street,
    commune: draft.commune,
    ...(draft.position === undefined ? {} : { position: draft.position }),
  },
});

/** What a call that is attached to another ticket has said, in one line each that is not empty. */
export const saidIn = ({ title, kindText, place, caller, number, description }: Draft): readonly string[] =>
  [title.trim() === '' ? kindText : title, place, caller, number, description]
    .map((text) => text.trim())
    .filter((text) => text !== '');
