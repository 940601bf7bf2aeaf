import type { AlarmCommand } from '../../shared/alarm/command.ts';
import type { Alarm } from '../../shared/alarm/model.ts';
import { type AlarmEvent, reduceAlarm } from '../../shared/alarm/reduce.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { Owner } from '../../shared/ticket/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { readAlarm, writeAlarm } from '../alarms/alarm-rows.ts';
import { withOpenTicket } from '../alarms/keeper.ts';
import { acknowledgeTicketOf } from '../alarms/with-ticket.ts';
import type { Unit } from '../store/unit.ts';
import { ACTS_WITHIN_MS, type Circumstance, type DeskContext, type Outcome } from './context.ts';
import { handle, type Known } from './handle.ts';

/** `alarm.*`: decided at once or not at all, and answered with the alarm as it is now. */
export async function handleAlarm(
  unit: Unit,
  command: AlarmCommand,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const before = await readAlarm(unit.tx, command.target.id);
  const { outcome } = await handle(unit, command, on, desk, {
    about: `alarm:${command.target.id}`,
    withinMs: ACTS_WITHIN_MS,
    target: { kind: 'alarm' },
    judge: (who) => judge(unit, command, on, desk, who, before),
    told: () => command.args,
  });
  return outcome.alarm !== undefined || before === undefined ? outcome : { ...outcome, alarm: before };
}

async function judge(
  unit: Unit,
  command: AlarmCommand,
  on: Circumstance,
  desk: DeskContext,
  who: Known,
  before: Alarm | undefined,
): Promise<Outcome> {
  const { at, seat } = on;
  if (before === undefined) return { code: 'NOT_FOUND', field: 'target.id' };
  if (command.exp !== before.version) return { code: 'VERSION_CONFLICT' };
  if (command.op === 'alarm.shelve' && command.args.minutes > before.shelfMinutes)
    return { code: 'INVALID', field: 'args.minutes' };
  const actor = { seat, person: who.person.id, role: who.person.role };
  const reduced = reduceAlarm(before, eventOf(command, at, { seat, person: actor.person }));
  if (reduced === undefined) return { code: 'BAD_STATE' };
  const alarm = await withOpenTicket(unit, reduced);
  await writeAlarm(unit.tx, alarm, at);
  desk.alarmTouched(alarm.id);
  if (command.op === 'alarm.acknowledge' && alarm.ticket !== undefined)
    await acknowledgeTicketOf(unit, alarm.ticket, command, actor, at);
  return { code: 'OK', alarm };
}

function eventOf(command: AlarmCommand, at: Instant, by: Owner): AlarmEvent {
  switch (command.op) {
    case 'alarm.acknowledge':
      return { type: 'acknowledge', at, by };
    case 'alarm.shelve':
      return { type: 'shelve', at, by, minutes: command.args.minutes, motive: command.motive };
    case 'alarm.unshelve':
      return { type: 'unshelve', at, by };
    case 'alarm.outOfService':
      return { type: 'outOfService', at, by, motive: command.motive };
    case 'alarm.inService':
      return { type: 'inService', at, by };
    default:
      return assertNever(command);
  }
}
