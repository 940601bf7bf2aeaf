/** How long something must have stood before a key may act on it, ms: longer than from the eye to the hand. */
export const STANDS_MS = 1_500;

/** What a key means, and since when, where it has meant something else before. */
export interface Standing {
  readonly meaning: string | undefined;
  /** when it took the place of another, ms; undefined where nothing stood there */
  readonly changedAt: number | undefined;
}

export const NOTHING: Standing = { meaning: undefined, changedAt: undefined };

/** Whether what stands has just taken the place of something else: whoever presses now has read that. */
export const isFresh = ({ changedAt }: Standing, now: number): boolean =>
  changedAt !== undefined && now - changedAt < STANDS_MS;

/**
 * What stands from now on. What goes is remembered for a moment: what comes then has taken its place all the same.
 * @param meaning undefined where nothing can be done
 */
export function standing(before: Standing, meaning: string | undefined, now: number): Standing {
  if (before.meaning === meaning) return before;
  const stoodNothing = before.meaning === undefined && !isFresh(before, now);
  return { meaning, changedAt: stoodNothing ? undefined : now };
}
