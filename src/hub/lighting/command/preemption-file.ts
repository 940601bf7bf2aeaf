import type { PreemptionId } from '../../../shared/ids.ts';
import type { Preemption } from '../../../shared/lamp/preemption.ts';
import { type Instant, instant } from '../../../shared/wire/time.ts';
import type { RoomData } from '../../edge/room-data.ts';
import type { Db, Tx } from '../../store/tables.ts';
import type { Unit } from '../../store/unit.ts';
import type { KeptPreemption } from './preemptions.ts';

/** Longer ago than this nobody asks what became of an order of a night. */
const FORGOTTEN_MS = 30 * 86_400_000;

const read = (json: string): KeptPreemption => JSON.parse(json) as KeptPreemption;

/** What of it is to be told, once it is committed: to whoever has seen it only if more lamps have gone since. */
export async function writePreemptions(
  unit: Unit,
  all: readonly KeptPreemption[],
  data: Pick<RoomData, 'put'>,
): Promise<void> {
  for (const kept of all) {
    const { id, at, left } = kept.preemption;
    const known = await row(unit.tx, id);
    const isSeen = known?.seen_at != null && left <= read(known.json).preemption.left;
    const values = { seen_at: isSeen ? (known?.seen_at ?? null) : null, json: JSON.stringify(kept) };
    await unit.tx
      .insertInto('lamp_preemption')
      .values({ id, at, ...values })
      .onConflict((oc) => oc.column('id').doUpdateSet(values))
      .execute();
    if (!isSeen) unit.onCommit(() => data.put('preemption', kept.preemption));
  }
}

export async function readPreemption(tx: Tx, id: PreemptionId): Promise<Preemption | undefined> {
  const known = await row(tx, id);
  return known === undefined ? undefined : read(known.json).preemption;
}

const row = (tx: Tx, id: PreemptionId) =>
  tx.selectFrom('lamp_preemption').select(['seen_at', 'json']).where('id', '=', id).executeTakeFirst();

/** Its author has taken note of it. */
export async function markPreemptionSeen(
  unit: Unit,
  id: PreemptionId,
  at: Instant,
  data: Pick<RoomData, 'remove'>,
): Promise<void> {
  await unit.tx.updateTable('lamp_preemption').set({ seen_at: at }).where('id', '=', id).execute();
  unit.onCommit(() => data.remove('preemption', id));
}

/** All that is not long past, and whether its author has taken note. */
export async function loadPreemptions(
  db: Db,
  now: number,
): Promise<readonly { readonly kept: KeptPreemption; readonly seen: boolean }[]> {
  const rows = await db
    .selectFrom('lamp_preemption')
    .select(['seen_at', 'json'])
    .where('at', '>', instant(Math.max(0, now - FORGOTTEN_MS)))
    .execute();
  return rows.map(({ seen_at, json }) => ({ kept: read(json), seen: seen_at !== null }));
}
