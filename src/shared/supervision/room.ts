import type { Person } from '../rights/model.ts';
import { type Hearing, presenceOf, type SeatState, type Whereabouts, whereabouts } from '../seat/presence.ts';
import type { SeatSeen } from '../seat/seen.ts';
import type { Priority, Ticket } from '../ticket/model.ts';
import { overdue, type RoomTargets } from '../ticket/targets.ts';
import { byUrgency, isHeld } from '../ticket/urgency.ts';
import { millis } from '../wire/time.ts';

/** Open tickets by who holds them, and those that nobody does; each most urgent first. */
export interface Holdings {
  readonly held: ReadonlyMap<string, readonly Ticket[]>;
  readonly waiting: readonly Ticket[];
}

export function holdings(tickets: Iterable<Ticket>): Holdings {
  const open = [...tickets].filter(({ state }) => state !== 'closed').sort(byUrgency);
  const owned = open.filter((ticket) => isHeld(ticket) && ticket.owner !== undefined);
  return {
    held: Map.groupBy(owned, ({ owner }) => owner!.person as string),
    waiting: open.filter((ticket) => !isHeld(ticket)),
  };
}

export interface PersonLoad {
  readonly id: string;
  /** undefined for somebody whom the room does not know any more */
  readonly person: Person | undefined;
  readonly where: Whereabouts;
  readonly held: readonly Ticket[];
  /** how many of each priority, P1 first */
  readonly counts: readonly number[];
  /** commands that wait at their seats */
  readonly pending: number;
  /** holds tickets and sits nowhere: nobody sees to these */
  readonly orphaned: boolean;
}

/** The seat that looks: it knows better than its last word to the room how many of its commands wait. */
export interface OwnSeat {
  readonly seat: string;
  readonly pending: number;
}

const PRIORITIES: readonly Priority[] = [1, 2, 3, 4];

/** Everybody who sits somewhere or holds something: first those whose tickets nobody sees to, then by seat. */
export function loads(
  { held }: Holdings,
  people: readonly Person[],
  seats: readonly SeatSeen[],
  hearing: Hearing | undefined,
  self?: OwnSeat,
): readonly PersonLoad[] {
  const seated = seats.flatMap(({ person }) => person ?? []);
  return [...new Set<string>([...held.keys(), ...seated])]
    .map((id) => {
      const own = held.get(id) ?? [];
      const where = whereabouts(id, seats, hearing);
      return {
        id,
        person: people.find((person) => person.id === id),
        where,
        held: own,
        counts: PRIORITIES.map((priority) => own.filter((ticket) => ticket.priority === priority).length),
        pending: where.seats.reduce(
          (sum, { seat, pending }) => sum + (seat === self?.seat ? self.pending : pending),
          0,
        ),
        orphaned: own.length > 0 && where.seats.length === 0,
      };
    })
    .filter((load) => load.held.length > 0 || load.where.seats.length > 0)
    .toSorted(
      (a, b) =>
        Number(b.orphaned) - Number(a.orphaned) ||
        (a.where.seats[0]?.seat ?? '').localeCompare(b.where.seats[0]?.seat ?? '', undefined, {
          numeric: true,
        }) ||
        a.id.localeCompare(b.id),
    );
}

/** How the queue of one priority stands. */
export interface QueueHealth {
  readonly priority: Priority;
  readonly waiting: number;
  /** that somebody holds */
  readonly inHand: number;
  /** waiting for longer than somebody should have taken them, each by the target of its own kind */
  readonly late: number;
  /** ms; undefined where none waits */
  readonly oldest: number | undefined;
}

/** @param now ms since the epoch */
export const queueHealth = (
  { waiting, held }: Holdings,
  targets: RoomTargets,
  now: number,
): readonly QueueHealth[] => {
  const taken = [...held.values()].flat();
  return PRIORITIES.map((priority) => {
    const own = waiting.filter((ticket) => ticket.priority === priority);
    const ages = own.map(({ openedAt }) => now - millis(openedAt));
    return {
      priority,
      waiting: own.length,
      inHand: taken.filter((ticket) => ticket.priority === priority).length,
      late: own.filter((ticket) => overdue(ticket, targets, now) !== undefined).length,
      oldest: ages.length === 0 ? undefined : Math.max(...ages),
    };
  });
};

/** Seats where nobody sits, with how sure that is. */
export const emptySeats = (
  seats: readonly SeatSeen[],
  hearing: Hearing | undefined,
): readonly { readonly seen: SeatSeen; readonly state: SeatState }[] =>
  seats
    .map((seen) => ({ seen, state: presenceOf(seen, hearing) }))
    .filter(({ seen, state }) => seen.person === undefined || state === 'silent' || state === 'gone');
