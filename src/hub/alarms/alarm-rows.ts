import type { Alarm, AlarmState } from '../../shared/alarm/model.ts';
import type { AlarmId, TicketId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Db, Tx } from '../store/tables.ts';

const read = ({ json }: { readonly json: string }): Alarm => JSON.parse(json) as Alarm;

export async function readAlarm(db: Db, id: AlarmId): Promise<Alarm | undefined> {
  const row = await db.selectFrom('alarm').select('json').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : read(row);
}

export async function readAlarms(db: Db): Promise<readonly Alarm[]> {
  const rows = await db.selectFrom('alarm').select('json').orderBy('id').execute();
  return rows.map(read);
}

export async function readAlarmsOf(db: Db, ticket: TicketId): Promise<readonly Alarm[]> {
  const rows = await db.selectFrom('alarm').select('json').where('ticket_id', '=', ticket).execute();
  return rows.map(read);
}

/** Those in a state whose time has come: shelves that end, normal ones to take away. */
export async function readDue(db: Db, state: AlarmState, by: Instant): Promise<readonly Alarm[]> {
  const rows = await db
    .selectFrom('alarm')
    .select('json')
    .where('state', '=', state)
    .where('due', '<=', by)
    .execute();
  return rows.map(read);
}

/** Those that are announced and have no ticket: they were hidden when they began. */
export async function readTicketless(db: Db): Promise<readonly Alarm[]> {
  const rows = await db
    .selectFrom('alarm')
    .select('json')
    .where('state', '=', 'unacknowledged')
    .where('ticket_id', 'is', null)
    .execute();
  return rows.map(read);
}

/** @param at when it was changed */
export async function writeAlarm(tx: Tx, alarm: Alarm, at: Instant): Promise<void> {
  const row = {
    state: alarm.state,
    ticket_id: alarm.ticket ?? null,
    due: alarm.shelved?.until ?? (alarm.state === 'normal' ? at : null),
    json: JSON.stringify(alarm),
  };
  await tx
    .insertInto('alarm')
    .values({ id: alarm.id, ...row })
    .onConflict((oc) => oc.column('id').doUpdateSet(row))
    .execute();
}

export async function removeAlarm(tx: Tx, id: AlarmId): Promise<void> {
  await tx.deleteFrom('alarm').where('id', '=', id).execute();
}
