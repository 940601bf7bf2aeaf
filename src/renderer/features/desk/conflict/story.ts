import type { OutboxItem } from '../../../../shared/ipc/model.ts';
import { applyEvent } from '../../../../shared/ticket/apply.ts';
import { KEEPS_VERSION, type Ticket, type TicketEvent } from '../../../../shared/ticket/model.ts';
import { millis } from '../../../../shared/wire/time.ts';
import type { Viewer } from '../model.ts';

/** A conflict told: what both sides knew, then what each did. */
export interface Story {
  /** the last moment on which both agree; undefined where the history isn't known */
  readonly commonUntil: string | undefined;
  /** the ticket as both knew it then */
  readonly common: Ticket | undefined;
  /** what this seat did without knowing: commands that failed, and events of its own that got through */
  readonly ours: readonly (
    | { readonly kind: 'command'; readonly at: string; readonly item: OutboxItem }
    | { readonly kind: 'event'; readonly at: string; readonly event: TicketEvent }
  )[];
  /** what the room did meanwhile */
  readonly theirs: readonly TicketEvent[];
  /** who was heard first */
  readonly winner: string | undefined;
  /** what they did, where it is known */
  readonly won: TicketEvent | undefined;
}

/**
 * How somebody came to be heard first: they did it sooner; or later, while this seat was cut off (`cut`), or just before
 * the command made here reached the room (`later`). Clocks that differ do not matter: an outage is this seat's own.
 * @param outage the latest one that is known of, ms; `at` is its end
 */
export function overtaken(
  conflict: OutboxItem,
  { won }: Story,
  outage: { readonly since: number; readonly at: number } | undefined,
): 'sooner' | 'cut' | 'later' {
  const made = millis(conflict.madeAt);
  if (won === undefined || millis(won.madeAt ?? won.at) <= made) return 'sooner';
  return outage !== undefined && made >= outage.since && made <= outage.at ? 'cut' : 'later';
}

/** What of this seat's own got through all the same: notes, and anything else. */
export function stands({ ours }: Story): 'notes' | 'more' | undefined {
  const events = ours.flatMap((entry) => (entry.kind === 'event' ? entry.event : []));
  if (events.length === 0) return undefined;
  return events.every(({ type }) => type === 'ticket.noted') ? 'notes' : 'more';
}

/**
 * Tells a conflict from the ticket's events. The histories part after the version that the refused command was
 * made on; where the seat doesn't know that version, at the latest event of the room.
 * @param outbox all commands of this seat, @param timeline the ticket's events, oldest first
 */
export function tell(
  conflict: OutboxItem,
  outbox: readonly OutboxItem[],
  timeline: readonly TicketEvent[],
  { seat }: Viewer,
): Story {
  const last = conflict.theirs?.last;
  const known = timeline.length > 0 || last === undefined ? timeline : [last];
  const from = conflict.exp ?? (last === undefined ? Number.POSITIVE_INFINITY : last.version - 1);
  const before = known.filter((event) => event.version <= from && !isLate(event, conflict));
  const after = known.filter((event) => !before.includes(event));
  const theirs = after.filter((event) => event.seat !== seat);
  const failed = outbox.filter((item) => item.ticket === conflict.ticket && item.state !== 'pending');
  const ours: Story['ours'] = [
    ...failed.map((item) => ({ kind: 'command', at: item.madeAt as string, item }) as const),
    ...after
      .filter((event) => event.seat === seat)
      .map((event) => ({ kind: 'event', at: event.madeAt ?? event.at, event }) as const),
  ];
  const won = theirs.find((event) => !KEEPS_VERSION.has(event.type));
  return {
    commonUntil: before.at(-1)?.at,
    common: replay(before),
    ours: ours.toSorted((a, b) => a.at.localeCompare(b.at)),
    theirs,
    winner: won?.person ?? conflict.theirs?.ticket.owner?.person,
    won,
  };
}

/** A note or a unit's answer keeps the ticket's version, so only its time says on which side of the parting it stands. */
const isLate = (event: TicketEvent, conflict: OutboxItem): boolean =>
  KEEPS_VERSION.has(event.type) && (event.madeAt ?? event.at) >= conflict.madeAt;

/** The ticket that a whole history makes; undefined where its beginning is not known. */
function replay(events: readonly TicketEvent[]): Ticket | undefined {
  if (events[0]?.type !== 'ticket.created') return undefined;
  return events.reduce<Ticket | undefined>((ticket, event) => applyEvent(ticket, event), undefined);
}
