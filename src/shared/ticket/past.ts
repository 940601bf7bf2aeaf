import type { PastAlarm, PastTicket } from '../wire/past-desk.ts';
import { millis } from '../wire/time.ts';
import type { Priority } from './model.ts';

/** A ticket as it was at a moment. */
export interface TicketThen {
  readonly ticket: PastTicket;
  readonly priority: Priority;
  /** somebody had it already */
  readonly taken: boolean;
  /** ms since it was opened */
  readonly age: number;
}

/** Those that were open then, what pressed most first, then the oldest. @param at ms since the epoch */
export const ticketsAt = (tickets: readonly PastTicket[], at: number): readonly TicketThen[] =>
  tickets
    .flatMap((ticket) => {
      const { openedAt, claimedAt, closedAt, priorities } = ticket;
      if (millis(openedAt) > at || (closedAt !== undefined && millis(closedAt) <= at)) return [];
      const known = priorities.findLast((one) => millis(one.at) <= at) ?? priorities[0];
      if (known === undefined) return [];
      const taken = claimedAt !== undefined && millis(claimedAt) <= at;
      return [{ ticket, priority: known.priority, taken, age: at - millis(openedAt) }];
    })
    .toSorted((a, b) => a.priority - b.priority || b.age - a.age);

/** Alarms whose condition stood then, likewise. */
export const alarmsAt = (alarms: readonly PastAlarm[], at: number): readonly PastAlarm[] =>
  alarms
    .filter(
      ({ raisedAt, returnedAt }) =>
        millis(raisedAt) <= at && (returnedAt === undefined || millis(returnedAt) > at),
    )
    .toSorted((a, b) => a.priority - b.priority || millis(a.raisedAt) - millis(b.raisedAt));
