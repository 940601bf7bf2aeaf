import type { RefusalId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/refusal/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { RoomData } from '../edge/room-data.ts';
import type { Db } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';

const read = ({ json }: { readonly json: string }): Refusal => JSON.parse(json) as Refusal;

/** One that nobody has taken note of yet. */
export async function readRefusal(db: Db, id: RefusalId): Promise<Refusal | undefined> {
  const row = await db
    .selectFrom('refusal')
    .select('json')
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : read(row);
}

/** Keeps it and tells the room once it is committed; one that was known, seen or not, stays as it is. */
export async function keepRefusal(unit: Unit, refusal: Refusal, data: Pick<RoomData, 'put'>): Promise<void> {
  const { numInsertedOrUpdatedRows } = await unit.tx
    .insertInto('refusal')
    .values({ id: refusal.id, at: refusal.at, seen_at: null, json: JSON.stringify(refusal) })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) unit.onCommit(() => data.put('refusal', refusal));
}

/** Somebody has taken note of it: that it was is remembered, for its seat may tell of it again. */
export async function markSeen(
  unit: Unit,
  id: RefusalId,
  at: Instant,
  data: Pick<RoomData, 'remove'>,
): Promise<void> {
  await unit.tx.updateTable('refusal').set({ seen_at: at }).where('id', '=', id).execute();
  unit.onCommit(() => data.remove('refusal', id));
}

/** What nobody has taken note of, for all seats. */
export async function showRefusals(db: Db, data: Pick<RoomData, 'put'>): Promise<void> {
  const rows = await db.selectFrom('refusal').select('json').where('seen_at', 'is', null).execute();
  for (const row of rows) data.put('refusal', read(row));
}
