import type { AlarmCommand } from '../../shared/alarm/command.ts';
import { reduceAlarm } from '../../shared/alarm/reduce.ts';
import type { AlarmId, TicketId } from '../../shared/ids.ts';
import { type Actor, decide } from '../../shared/ticket/decide.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { type Instant, millis } from '../../shared/wire/time.ts';
import { journalize } from '../journal/journalize.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';
import { readAlarmsOf, writeAlarm } from './alarm-rows.ts';

/** An alarm and its ticket are acknowledged by one gesture: who has acknowledged the alarm has acknowledged the ticket. */
export async function acknowledgeTicketOf(
  unit: Unit,
  id: TicketId,
  { cmd, session, madeAt }: AlarmCommand,
  actor: Actor,
  at: Instant,
): Promise<void> {
  const ticket = await readTicket(unit.tx, id);
  if (ticket === undefined) return;
  const target = { type: 'ticket', id } as const;
  const op = 'ticket.acknowledge' as const;
  const exp = ticket.version;
  const decision = decide(
    ticket,
    { v: 1, cmd, session, op, target, exp, args: {}, madeAt },
    { actor, at, ref: '' },
  );
  if (!decision.ok) return; // closed, or somebody has
  const { seat, person } = actor;
  await record(unit, id, ticket, decision, { at, seat, person, cmd });
}

/**
 * The other way: who acknowledges or takes the ticket has acknowledged its alarm, unless it came back after that.
 * @param at when it was done, by the hub's clock: without the hub that is long ago
 * @param touch names an alarm that this transaction changes
 */
export async function acknowledgeAlarmOf(
  unit: Unit,
  before: Ticket | undefined,
  after: Ticket,
  at: Instant,
  touch: (id: AlarmId) => void,
): Promise<void> {
  const by = after.acknowledgedBy;
  if (by === undefined || before?.acknowledgedBy !== undefined) return;
  for (const alarm of await readAlarmsOf(unit.tx, after.id)) {
    const next = reduceAlarm(alarm, { type: 'acknowledge', at, by });
    if (next === undefined || millis(alarm.raisedAt) > millis(at)) continue;
    await writeAlarm(unit.tx, next, after.updatedAt);
    touch(alarm.id);
    await journalize(unit, {
      at: after.updatedAt,
      action: 'alarm.acknowledge',
      target: `alarm:${alarm.id}`,
      seat: by.seat,
      person: by.person,
      payload: { ticket: after.id },
    });
  }
}
