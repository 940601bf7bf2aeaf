import { RoomCall } from '../../shared/call/model.ts';
import type { Db, Tx } from '../store/tables.ts';

export async function readCall(db: Db, id: string): Promise<RoomCall | undefined> {
  const row = await db.selectFrom('phone_call').select('json').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : RoomCall.parse(JSON.parse(row.json));
}

/** All that the room knows of: those that ring, are spoken, or have just ended. */
export async function readCalls(db: Db): Promise<readonly RoomCall[]> {
  const rows = await db.selectFrom('phone_call').select('json').execute();
  return rows.map(({ json }) => RoomCall.parse(JSON.parse(json)));
}

export async function keepCall(tx: Tx, call: RoomCall): Promise<void> {
  const json = JSON.stringify(call);
  await tx
    .insertInto('phone_call')
    .values({ id: call.id, json })
    .onConflict((oc) => oc.column('id').doUpdateSet({ json }))
    .execute();
}

export async function forgetCall(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('phone_call').where('id', '=', id).execute();
}
