import { STANDS_MS } from '../../lib/changed/standing.ts';

/** As many as there are digits to press. */
const DIGITS = 9;

/** Which steps the digits stand for, first to last, and which they will stand for once those were seen to change. */
export interface Digits {
  readonly steps: readonly string[];
  readonly next: readonly string[];
  /** when `next` became another, ms */
  readonly changedAt: number;
}

/**
 * The digits number what is still to do, but not at once: a step that is ticked, or a branch that opens, leaves each
 * its digit for as long as it takes to read the list anew. What is done meanwhile has none.
 * @param todo ids of the steps in sight that are still to do, in their order
 * @param now ms, by any clock that only goes on
 */
export function digitsOf(before: Digits | undefined, todo: readonly string[], now: number): Digits {
  const next = todo.slice(0, DIGITS);
  if (before === undefined) return { steps: next, next, changedAt: now };
  const isSame = next.length === before.next.length && next.every((id, n) => id === before.next[n]);
  if (!isSame) return { steps: before.steps, next, changedAt: now };
  return now - before.changedAt < STANDS_MS ? before : { ...before, steps: next };
}

/** The digit of a step; undefined where it has none (yet). */
export function digitOfStep({ steps, next }: Digits, id: string): number | undefined {
  const n = steps.indexOf(id);
  return n < 0 || !next.includes(id) ? undefined : n + 1;
}
