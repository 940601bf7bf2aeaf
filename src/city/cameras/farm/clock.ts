/** A stream's time line: second `n` begins at `epoch + n` seconds and can be fetched once it is over. */

/** What a live playlist lists: `count` seconds from `first` on. */
export interface LiveWindow {
  readonly first: number;
  readonly count: number;
}

/** Seconds a playlist lists. */
export const WINDOW = 6;
/** Seconds that can still be fetched after they have left the playlist, for players that lag. */
export const GRACE = 12;

/** When second `sequence` begins, ms since 1970. */
export function startOf(epoch: number, sequence: number): number {
  return epoch + sequence * 1000;
}

/** The playlist's window at a moment: a function of the clock alone, so nothing needs to run. */
export function liveWindow(epoch: number, now: number): LiveWindow {
  const complete = Math.max(0, Math.floor((now - epoch) / 1000));
  const first = Math.max(0, complete - WINDOW);
  return { first, count: complete - first };
}

/** Whether second `sequence` can be fetched at a moment. */
export function isAvailable(epoch: number, now: number, sequence: number): boolean {
  const { first, count } = liveWindow(epoch, now);
  return sequence >= first - GRACE && sequence < first + count;
}
