import type { Priority } from './model.ts';

/** How soon somebody should have taken a ticket of each priority, ms since it was opened. */
export const CLAIM_TARGET: Readonly<Record<Priority, number>> = {
  1: 60_000,
  2: 5 * 60_000,
  3: 30 * 60_000,
  4: 24 * 3_600_000,
};

/** Priorities whose arrival is an alarm, counted against a seat's alarm budget (EEMUA 191). */
export const ALARMING: readonly Priority[] = [1, 2];
