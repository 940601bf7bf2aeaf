import type { SeatId } from '../ids.ts';
import type { Ticket } from '../ticket/model.ts';
import { ALARMING } from '../ticket/targets.ts';
import { millis } from '../wire/time.ts';
import type { Alarm } from './model.ts';

/** Something that asked the room for somebody. */
export interface Announcement {
  /** ms since the epoch */
  readonly at: number;
  /** the seat that answered; absent while it waits for any */
  readonly by?: SeatId;
  readonly what: 'alarm' | 'ticket';
  /** of the alarm or of the ticket */
  readonly id: string;
}

/**
 * All that has asked for somebody: alarms each time they were raised in sight, and tickets of a priority that alarms,
 * unless an alarm opened them. So one event counts once.
 */
export function announcements(alarms: Iterable<Alarm>, tickets: Iterable<Ticket>): readonly Announcement[] {
  const all: Announcement[] = [];
  const opened = new Set<string>();
  for (const alarm of alarms) {
    if (alarm.ticket !== undefined) opened.add(alarm.ticket);
    const cover = alarm.shelved ?? alarm.outOfService;
    for (const { at, active } of alarm.transitions) {
      if (!active || (cover !== undefined && millis(at) > millis(cover.at))) continue;
      all.push(told('alarm', alarm.id, millis(at), alarm.acknowledged?.by.seat));
    }
  }
  for (const { id, priority, openedAt, acknowledgedBy, owner, source } of tickets) {
    if (!ALARMING.includes(priority) || opened.has(id)) continue;
    // An alarm that was taken away an hour after its end opened it: too old to count, or still counted above.
    if (source.kind === 'fault' && source.system === 'lighting') continue;
    all.push(told('ticket', id, millis(openedAt), (acknowledgedBy ?? owner)?.seat));
  }
  return all;
}

const told = (what: Announcement['what'], id: string, at: number, by: SeatId | undefined): Announcement => ({
  what,
  id,
  at,
  ...(by === undefined ? {} : { by }),
});

/** What asked this seat: what it answered, and what still waits for any. */
export const askedOf = (all: readonly Announcement[], seat: string): readonly Announcement[] =>
  all.filter(({ by }) => by === undefined || by === seat);

/** When each asked this seat: what it answered, and what still waits for any. */
export const timesAt = (all: readonly Announcement[], seat: string): readonly number[] =>
  askedOf(all, seat).map(({ at }) => at);
