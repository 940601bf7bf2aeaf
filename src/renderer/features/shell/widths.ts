/** What each of three panels can't do without, px. */
export const MINIMA = { start: 280, middle: 240, end: 400 } as const;

/** Widths of the two panels at the ends, px; the middle takes the rest. */
export interface Ends {
  readonly start: number;
  readonly end: number;
}

/**
 * The ends in the room that there is: as they are wanted while the middle keeps its least, else narrower, each by what it
 * has to spare. From the wanted widths anew each time: what a small window takes, a larger one gives back.
 */
export function endsIn(room: number, wanted: Ends): Ends {
  const spare = {
    start: Math.max(0, wanted.start - MINIMA.start),
    end: Math.max(0, wanted.end - MINIMA.end),
  };
  const all = spare.start + spare.end;
  const lack = Math.min(all, Math.max(0, wanted.start + wanted.end + MINIMA.middle - room));
  const share = all === 0 ? 0 : lack / all;
  return { start: wanted.start - spare.start * share, end: wanted.end - spare.end * share };
}
