import type { FaultCondition } from '../lamp/fault/condition.ts';
import type { Ticket } from '../ticket/model.ts';
import { isPromised } from '../ticket/promise.ts';
import { toRecall } from '../unit/orders.ts';
import { type Instant, millis } from '../wire/time.ts';

/** So long it must have been over, min: the network tries a feeder again and again within the first minutes. */
export const STEADY_MIN = 2;

export interface ReturnedAdvice {
  readonly rule: 'returned';
  readonly condition: FaultCondition;
  /** when it was over */
  readonly at: Instant;
  /** since then, and how long it had lasted, whole minutes */
  readonly minutes: number;
  readonly lasted: number;
  /** units under way, that closing calls back */
  readonly recalled: number;
  /** why it can't be closed yet */
  readonly hindered: 'promise' | undefined;
  /** before that nothing would be proposed */
  readonly limits: { readonly minutes: number };
}

/**
 * To close a ticket whose devices say by themselves that it is over: for some minutes, and with nobody at the place, who
 * would know better. A rule, and only a proposal: nothing is closed without a person.
 * @param now ms since the epoch
 */
export function returnedByItself(
  ticket: Pick<Ticket, 'state' | 'openedAt' | 'returned' | 'assignments' | 'callback'>,
  now: number,
): ReturnedAdvice | undefined {
  const { state, openedAt, returned, assignments = [] } = ticket;
  if (state === 'closed' || returned === undefined) return undefined;
  if (assignments.some((one) => one.state === 'onSite')) return undefined;
  const minutes = minutesOf(now - millis(returned.at));
  if (minutes < STEADY_MIN) return undefined;
  const { byRoom, byVoice } = toRecall(ticket);
  return {
    rule: 'returned',
    ...returned,
    minutes,
    lasted: minutesOf(millis(returned.at) - millis(openedAt)),
    recalled: byRoom.length + byVoice.length,
    hindered: isPromised(ticket) ? 'promise' : undefined,
    limits: { minutes: STEADY_MIN },
  };
}

const minutesOf = (ms: number): number => Math.max(0, Math.floor(ms / 60_000));
