import { distance } from '../geo/position.ts';
import type { TicketId } from '../ids.ts';
import type { Ticket } from '../ticket/model.ts';
import { isRefused } from './refusal.ts';

/** How far from this one a fault may be to lie on the same trip, m: some minutes of driving in a town. */
export const TRIP_M = 600;
/** Fewer others are no trip worth planning; more are no trip but a campaign. */
export const LEAST_OTHERS = 2;
export const MOST_OTHERS = 8;

/** What waits until somebody passes: kinds that one van repairs or takes away, by what it has to carry. */
const CREWS: Readonly<Record<string, 'lighting' | 'roads' | 'cleaning' | 'bikes'>> = {
  lampFault: 'lighting',
  lampReported: 'lighting',
  pothole: 'roads',
  bollard: 'roads',
  tag: 'cleaning',
  litter: 'cleaning',
  bikeStation: 'bikes',
};

export interface TripAdvice {
  readonly rule: 'trip';
  /** the others on the trip, nearest first */
  readonly others: readonly TicketId[];
  readonly crew: 'lighting' | 'roads' | 'cleaning' | 'bikes';
  /** how far the farthest is, m */
  readonly metres: number;
  readonly limits: { readonly metres: number; readonly others: number };
}

/**
 * One trip for several faults: tickets near this one that the same crew would see to, none of which anybody has taken
 * or put on a trip. Silent where something presses (P1, P2), for a trip makes everything on it wait for the rest.
 */
export function tripOf(ticket: Ticket, all: Iterable<Ticket>): TripAdvice | undefined {
  const crew = CREWS[ticket.kind];
  const { position } = ticket.place;
  if (crew === undefined || position === undefined || !waits(ticket) || isRefused(ticket, 'trip', crew))
    return undefined;
  const near: { readonly id: TicketId; readonly far: number }[] = [];
  for (const other of all) {
    if (other.id === ticket.id || CREWS[other.kind] !== crew || !waits(other) || other.owner !== undefined)
      continue;
    if (other.place.position === undefined) continue;
    const far = distance(position, other.place.position);
    if (far <= TRIP_M) near.push({ id: other.id, far });
  }
  if (near.length < LEAST_OTHERS) return undefined;
  const trip = near.toSorted((a, b) => a.far - b.far || a.id.localeCompare(b.id)).slice(0, MOST_OTHERS);
  return {
    rule: 'trip',
    others: trip.map(({ id }) => id),
    crew,
    metres: Math.round(trip.at(-1)!.far),
    limits: { metres: TRIP_M, others: LEAST_OTHERS },
  };
}

/** May wait for others, and is on no trip yet. */
const waits = ({ state, priority, links }: Ticket): boolean =>
  (state === 'open' || state === 'claimed') && priority >= 3 && links.length === 0;
