import type { ShiftId } from '../../shared/ids.ts';
import { UNANSWERED_MS } from '../../shared/shift/summary.ts';
import { instant } from '../../shared/wire/time.ts';
import type { RoomData } from '../edge/room-data.ts';
import { journalize } from '../journal/journalize.ts';
import type { Store } from '../store/store.ts';
import { keepShift, readShift } from './keep.ts';

/**
 * Says of handovers that nobody has answered for too long that it is so, once each: by the room's clock, for all seats
 * alike, and in the journal.
 * @returns how many
 * @throws StorageError
 */
export async function judgeUnanswered(
  store: Store,
  data: Pick<RoomData, 'put'>,
  now: number,
): Promise<number> {
  const waiting = await store.db
    .selectFrom('shift')
    .select('id')
    .where('state', '=', 'offered')
    .where('at', '<=', instant(now - UNANSWERED_MS))
    .execute();
  let judged = 0;
  for (const { id } of waiting) if (await judge(store, data, id as ShiftId, now)) judged++;
  return judged;
}

async function judge(store: Store, data: Pick<RoomData, 'put'>, id: ShiftId, now: number): Promise<boolean> {
  const stillOpen = async (db: Parameters<typeof readShift>[0]) => {
    const shift = await readShift(db, id);
    return shift?.state === 'offered' && shift.unansweredAt === undefined ? shift : undefined;
  };
  if ((await stillOpen(store.db)) === undefined) return false;
  return store.write(async (unit) => {
    const shift = await stillOpen(unit.tx); // answered meanwhile, perhaps
    if (shift === undefined) return false;
    const at = instant(now);
    await keepShift(unit, { ...shift, unansweredAt: at }, data);
    await journalize(unit, { at, action: 'shift.unanswered', target: `shift:${id}` });
    return true;
  });
}
