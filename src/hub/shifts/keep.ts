import type { PersonId, ShiftId } from '../../shared/ids.ts';
import type { Shift } from '../../shared/shift/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import type { RoomData } from '../edge/room-data.ts';
import type { Db } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';

/** How long an answered handover can still be read at every seat. */
const SHOWN_MS = 24 * 3_600_000;

const read = ({ json }: { readonly json: string }): Shift => JSON.parse(json) as Shift;

export async function readShift(db: Db, id: ShiftId): Promise<Shift | undefined> {
  const row = await db.selectFrom('shift').select('json').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : read(row);
}

/** The one that a person has offered and nobody has answered. */
export async function readWaiting(db: Db, from: PersonId): Promise<Shift | undefined> {
  const row = await db
    .selectFrom('shift')
    .select('json')
    .where('from_person', '=', from)
    .where('state', '=', 'offered')
    .executeTakeFirst();
  return row === undefined ? undefined : read(row);
}

/** All tickets that a person holds, whatever seat they took them at. */
export async function readHeld(db: Db, person: PersonId): Promise<readonly Ticket[]> {
  const rows = await db
    .selectFrom('ticket')
    .select('json')
    .where('owner_person', '=', person)
    .where('state', 'in', ['claimed', 'inProgress'])
    .orderBy('id')
    .execute();
  return rows.map(({ json }) => JSON.parse(json) as Ticket);
}

/** Writes it, and tells the room once it is committed. */
export async function keepShift(unit: Unit, shift: Shift, data: Pick<RoomData, 'put'>): Promise<void> {
  const row = {
    from_person: shift.from.person,
    state: shift.state,
    at: shift.answeredAt ?? shift.offeredAt,
    json: JSON.stringify(shift),
  };
  await unit.tx
    .insertInto('shift')
    .values({ id: shift.id, ...row })
    .onConflict((oc) => oc.column('id').doUpdateSet(row))
    .execute();
  unit.onCommit(() => data.put('shift', shift));
}

/** What seats are to see: what waits, and what was answered lately. Asked at the start and again, for time passes. */
export async function showShifts(db: Db, data: RoomData, now: Instant): Promise<void> {
  const since = instant(millis(now) - SHOWN_MS);
  const rows = await db
    .selectFrom('shift')
    .select(['id', 'state', 'at', 'json'])
    .where((eb) => eb.or([eb('state', '=', 'offered'), eb('at', '>=', instant(millis(since) - SHOWN_MS))]))
    .execute();
  for (const row of rows) {
    if (row.state === 'offered' || row.at >= since) data.put('shift', read(row));
    else data.remove('shift', row.id);
  }
}
