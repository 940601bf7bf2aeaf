import type { TicketId } from '../../shared/ids.ts';
import { type Decided, released } from '../../shared/ticket/decide.ts';
import { SEAT_GONE } from '../../shared/ticket/seat-gone.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { openSeats } from '../accounts/sessions.ts';
import { journalize } from '../journal/journalize.ts';
import type { Store } from '../store/store.ts';
import { readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';
import type { Seats } from './seats.ts';

/**
 * Returns to the queue the tickets of seats that have been gone too long, unless a unit is assigned or their
 * owner sits at another seat by now.
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
  if (gone.length === 0) return 0;
  const held = await store.db
    .selectFrom('ticket')
    .select(['id', 'owner_person'])
    .where('state', '=', 'claimed')
    .where('owner_seat', 'in', gone)
    .execute();
  if (held.length === 0) return 0;
  const sitting = await openSeats(store.db);
  const elsewhere = (person: string | null) =>
    [...sitting].some(([who, where]) => who === person && where.some((seat) => seats.mayBeUp(seat)));
  const ids = held.filter(({ owner_person }) => !elsewhere(owner_person)).map(({ id }) => id as TicketId);
  for (const id of ids) await release(store, id, at);
  return ids.length;
}

const release = (store: Store, id: TicketId, at: Instant): Promise<void> =>
  store.write(async (unit) => {
    const ticket = await readTicket(unit.tx, id);
    if (ticket?.state !== 'claimed' || ticket.units.length > 0) return;
    const decided: Decided = {
      ok: true,
      type: 'ticket.released',
      version: ticket.version + 1,
      patch: released,
    };
    await record(unit, id, ticket, decided, { at, motive: SEAT_GONE });
    await journalize(unit, { at, action: 'ticket.release', target: `ticket:${id}`, motive: SEAT_GONE });
  });
