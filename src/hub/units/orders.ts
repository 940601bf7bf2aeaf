import type { CommandId, TicketId, UnitId } from '../../shared/ids.ts';
import { UnitOrder } from '../../shared/unit/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Db, Tx } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';

/** An order on its way to a unit. */
export interface PendingOrder {
  readonly unit: UnitId;
  readonly order: UnitOrder;
}

/**
 * Writes what units have to be told, in the transaction of what it comes from: it is told if and only if that is kept.
 * A later order on the same ticket takes the place of one that was not answered. What is late already is not told.
 */
export async function keepOrders({ tx }: Unit, orders: readonly PendingOrder[], at: Instant): Promise<void> {
  for (const { unit, order } of orders) {
    await forgetOrders(tx, unit, order.ticket);
    if (order.expiresAt < at) continue;
    const row = { unit_id: unit, cmd: order.cmd, ticket_id: order.ticket, expires_at: order.expiresAt };
    await tx
      .insertInto('unit_order')
      .values({ ...row, json: JSON.stringify(order) })
      // Another seat may have used the same id for another ticket.
      .onConflict((oc) => oc.columns(['unit_id', 'cmd']).doUpdateSet({ ...row, json: JSON.stringify(order) }))
      .execute();
  }
}

const forgetOrders = (tx: Tx, unit: UnitId, ticket: TicketId): Promise<unknown> =>
  tx.deleteFrom('unit_order').where('unit_id', '=', unit).where('ticket_id', '=', ticket).execute();

export async function pendingOrders(db: Db): Promise<readonly PendingOrder[]> {
  const rows = await db.selectFrom('unit_order').select(['unit_id', 'json']).execute();
  return rows.map(({ unit_id, json }) => ({
    unit: unit_id as UnitId,
    order: UnitOrder.parse(JSON.parse(json)),
  }));
}

/** Whether a unit is being told to stand down from a ticket. */
export async function isToStandDown({ tx }: Unit, unit: UnitId, ticket: TicketId): Promise<boolean> {
  const rows = await tx
    .selectFrom('unit_order')
    .select('json')
    .where('unit_id', '=', unit)
    .where('ticket_id', '=', ticket)
    .execute();
  return rows.some(({ json }) => UnitOrder.parse(JSON.parse(json)).order === 'standDown');
}

/** Ends an order: it was answered, or its time is over. @returns what it was; undefined where it had ended before */
export async function endOrder(
  { tx }: Unit,
  unit: UnitId,
  cmd: CommandId,
): Promise<UnitOrder['order'] | undefined> {
  const row = await tx
    .deleteFrom('unit_order')
    .where('unit_id', '=', unit)
    .where('cmd', '=', cmd)
    .returning('json')
    .executeTakeFirst();
  return row && UnitOrder.parse(JSON.parse(row.json)).order;
}
