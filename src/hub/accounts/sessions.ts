import type { PersonId, SeatId, SessionId } from '../../shared/ids.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import type { Db, Tx } from '../store/tables.ts';

/** A session is bound to the seat whose topic carried its opening; its times are by that seat's clock. */
export interface Session {
  readonly id: SessionId;
  readonly seat: SeatId;
  readonly person: PersonId;
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  readonly assurance: 'declared' | 'proved';
  /** how far the hub's clock was ahead of the seat's when it heard of the session, ms */
  readonly hubAheadMs: number;
}

/** A time of the session by the hub's clock, as far as that has come: no clock reaches for rights of the future. */
export const inHubTime = (
  { hubAheadMs }: Pick<Session, 'hubAheadMs'>,
  time: Instant,
  now: Instant,
): Instant => instant(Math.min(millis(time) + hubAheadMs, millis(now)));

export async function readSession(db: Db, id: SessionId): Promise<Session | undefined> {
  const row = await db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id,
    seat: row.seat as SeatId,
    person: row.person as PersonId,
    openedAt: row.opened_at as Instant,
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at as Instant }),
    assurance: row.assurance === 'proved' ? 'proved' : 'declared',
    hubAheadMs: row.hub_ahead_ms,
  };
}

export async function writeSession(tx: Tx, session: Session): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      seat: session.seat,
      person: session.person,
      opened_at: session.openedAt,
      closed_at: session.closedAt ?? null,
      assurance: session.assurance,
      hub_ahead_ms: session.hubAheadMs,
    })
    .execute();
}

export async function closeSession(tx: Tx, id: SessionId, at: Instant): Promise<void> {
  await tx
    .updateTable('session')
    .set({ closed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
}

/** One person at a time sits at a seat: an opening ends what was open there. */
export async function closeAtSeat(tx: Tx, seat: SeatId, at: Instant): Promise<void> {
  await tx
    .updateTable('session')
    .set({ closed_at: at })
    .where('seat', '=', seat)
    .where('closed_at', 'is', null)
    .execute();
}

/** Ends what a person has open anywhere. @param at by the hub's clock */
export async function closeOf(tx: Tx, person: string, at: Instant): Promise<void> {
  const open = await tx
    .selectFrom('session')
    .select(['id', 'hub_ahead_ms'])
    .where('person', '=', person)
    .where('closed_at', 'is', null)
    .execute();
  for (const { id, hub_ahead_ms } of open)
    await closeSession(tx, id as SessionId, instant(millis(at) - hub_ahead_ms));
}

/** The seats where somebody is signed in, by person. */
export async function openSeats(db: Db): Promise<ReadonlyMap<PersonId, readonly SeatId[]>> {
  const rows = await db
    .selectFrom('session')
    .select(['person', 'seat'])
    .where('closed_at', 'is', null)
    .execute();
  const seats = new Map<PersonId, SeatId[]>();
  for (const { person, seat } of rows) {
    const id = person as PersonId;
    seats.set(id, [...(seats.get(id) ?? []), seat as SeatId]);
  }
  return seats;
}
