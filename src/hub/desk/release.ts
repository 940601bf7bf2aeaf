import type { SeatId, TicketId } from '../../shared/ids.ts';
import { type Decided, released } from '../../shared/ticket/decide.ts';
import { SEAT_GONE } from '../../shared/ticket/seat-gone.ts';
import { isHeld } from '../../shared/ticket/urgency.ts';
import { isManned } from '../../shared/unit/engaged.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { openSeats } from '../accounts/sessions.ts';
import { journalize } from '../journal/journalize.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';
import type { Seats } from './seats.ts';

/**
 * Returns to the queue the tickets of seats that have been gone too long, unless a unit is still engaged or
 * their owner sits at another seat by now.
 * @returns how many were released
 * @throws StorageError
 */
export async function releaseAbsent(
  store: Store,
  seats: Seats,
  at: Instant,
  afterMs: number,
): Promise<number> {
  const gone = seats.absent(afterMs);
  if ((await heldAt(gone, store.db)).length === 0) return 0;
  return store.write(async (unit) => {
    // Looked at again behind all that stood in line before: a ticket may have another owner, a seat may be back.
    const still = new Set(seats.absent(afterMs));
    const held = await heldAt(
      gone.filter((seat) => still.has(seat)),
      unit.tx,
    );
    const sitting = await openSeats(unit.tx);
    const elsewhere = (person: string | null) =>
      [...sitting].some(([who, where]) => who === person && where.some((seat) => seats.mayBeUp(seat)));
    let count = 0;
    for (const { id, owner_person } of held)
      if (!elsewhere(owner_person) && (await release(unit, id as TicketId, at))) count += 1;
    return count;
  });
}

async function heldAt(seats: readonly SeatId[], db: Db) {
  if (seats.length === 0) return [];
  return db
    .selectFrom('ticket')
    .select(['id', 'owner_person'])
    .where('state', 'in', ['claimed', 'inProgress'])
    .where('owner_seat', 'in', seats)
    .execute();
}

/** @returns whether it was */
async function release(unit: Unit, id: TicketId, at: Instant): Promise<boolean> {
  const ticket = await readTicket(unit.tx, id);
  if (ticket === undefined || !isHeld(ticket) || isManned(ticket)) return false;
  const decided: Decided = {
    ok: true,
    type: 'ticket.released',
    version: ticket.version + 1,
    patch: released,
  };
  await record(unit, id, ticket, decided, { at, motive: SEAT_GONE });
  await journalize(unit, { at, action: 'ticket.release', target: `ticket:${id}`, motive: SEAT_GONE });
  return true;
}
