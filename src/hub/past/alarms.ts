import type { Alarm } from '../../shared/alarm/model.ts';
import type { AlarmId } from '../../shared/ids.ts';
import { PastAlarm } from '../../shared/wire/past-desk.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Db, Tx } from '../store/tables.ts';

/** Writes down an occurrence of an alarm as it stands: once more, with more lamps, it is the same. */
export async function keepAlarm(tx: Tx, alarm: Alarm): Promise<void> {
  if (!alarm.active) return;
  const json = JSON.stringify(PastAlarm.parse(alarm));
  await tx
    .insertInto('alarm_past')
    .values({ id: alarm.id, raised_at: alarm.raisedAt, returned_at: null, json })
    .onConflict((oc) => oc.columns(['raised_at', 'id']).doUpdateSet({ json }))
    .execute();
}

/** Its condition has ended. */
export async function endAlarm(tx: Tx, id: AlarmId, at: Instant): Promise<void> {
  await tx
    .updateTable('alarm_past')
    .set({ returned_at: at })
    .where('id', '=', id)
    .where('returned_at', 'is', null)
    .execute();
}

/** Those that stood at some moment of that stretch. */
export async function readPastAlarms(db: Db, from: Instant, to: Instant): Promise<readonly PastAlarm[]> {
  const rows = await db
    .selectFrom('alarm_past')
    .select(['json', 'returned_at'])
    .where('raised_at', '<', to)
    .where((is) => is.or([is('returned_at', 'is', null), is('returned_at', '>', from)]))
    .orderBy('raised_at')
    .execute();
  return rows.map(({ json, returned_at }) => {
    const { returnedAt: _before, ...alarm } = JSON.parse(json) as PastAlarm;
    return returned_at === null ? alarm : { ...alarm, returnedAt: returned_at as Instant };
  });
}
