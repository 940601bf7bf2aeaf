import type { SeatId } from '../ids.ts';
import type { Ticket } from '../ticket/model.ts';
import { ALARMING } from '../ticket/targets.ts';
import { type Instant, millis } from '../wire/time.ts';
import type { Alarm } from './model.ts';

/**
 * What nobody has answered for so long has asked at every seat, whoever answers then; what is answered sooner asked
 * at the seat that did. So nothing that a seat was asked is taken from it afterwards.
 */
export const ASKS_ALL_MS = 15_000;

/** Something that asked the room for somebody. Times in ms since the epoch. */
export interface Announcement {
  readonly at: number;
  /** the seat that answered, and when where that is known; absent while it waits for any */
  readonly by?: SeatId;
  readonly answeredAt?: number;
  /** every seat was asked, however soon somebody answered */
  readonly all?: true;
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
  for (const { id, ticket, transitions } of alarms) {
    if (ticket !== undefined) opened.add(ticket);
    for (const { at, active, hidden, answered } of transitions)
      if (active && hidden !== true) all.push(told('alarm', id, at, answered?.seat, answered?.at));
  }
  for (const ticket of tickets) {
    const { id, priority, openedAt, acknowledgedBy, acknowledgedAt, owner, source, askedAgain } = ticket;
    if (!ALARMING.includes(priority) || opened.has(id)) continue;
    // An alarm that was taken away an hour after its end opened it: too old to count, or still counted above.
    if (source.kind === 'fault' && source.system === 'lighting') continue;
    all.push({
      ...told('ticket', id, openedAt, (acknowledgedBy ?? owner)?.seat, acknowledgedAt),
      ...(askedAgain && { all: true }),
    });
  }
  return all;
}

const told = (
  what: Announcement['what'],
  id: string,
  at: Instant,
  by: SeatId | undefined,
  answeredAt: Instant | undefined,
): Announcement => ({
  what,
  id,
  at: millis(at),
  ...(by === undefined ? {} : { by }),
  ...(answeredAt === undefined ? {} : { answeredAt: millis(answeredAt) }),
});

/** Whether it has asked at all seats, up to `now`. */
const askedAll = ({ at, by, answeredAt, all }: Announcement, now: number): boolean =>
  all === true || (answeredAt ?? (by === undefined ? now : at)) - at >= ASKS_ALL_MS;

/** What asked this seat up to `now`: what it answered, and what was left to any. */
export const askedOf = (all: readonly Announcement[], seat: string, now: number): readonly Announcement[] =>
  all.filter((one) => one.by === seat || askedAll(one, now));

/** When each asked this seat. */
export const timesAt = (all: readonly Announcement[], seat: string, now: number): readonly number[] =>
  askedOf(all, seat, now).map(({ at }) => at);
