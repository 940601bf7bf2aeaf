import type { Ticket } from '../ticket/model.ts';
import { isPromised } from '../ticket/promise.ts';
import { type Instant, millis } from '../wire/time.ts';

/**
 * How long before it is due a promise asks for attention, minutes: time to call, and less than the shortest that is
 * promised, for what was promised a moment ago is not about to be broken.
 */
export const NEAR_DUE_MIN = 10;

export interface PromiseAdvice {
  readonly rule: 'promise';
  /** due soon, or over already */
  readonly state: 'near' | 'broken';
  /** to go, or since it was due; 0 in the minute itself */
  readonly minutes: number;
  readonly due: Instant;
  /** before that nothing would be said */
  readonly limits: { readonly minutes: number };
}

/**
 * A promise to call back that is about to be broken, or is. Silent while there is time, and once it was kept.
 * @param now ms since the epoch
 */
export function promiseAtRisk(ticket: Pick<Ticket, 'callback'>, now: number): PromiseAdvice | undefined {
  const { callback } = ticket;
  if (callback === undefined || !isPromised(ticket)) return undefined;
  const left = millis(callback.due) - now;
  if (left > NEAR_DUE_MIN * 60_000) return undefined;
  const state = left < 0 ? 'broken' : 'near';
  const minutes = left < 0 ? Math.floor(-left / 60_000) : Math.ceil(left / 60_000);
  return { rule: 'promise', state, minutes, due: callback.due, limits: { minutes: NEAR_DUE_MIN } };
}
