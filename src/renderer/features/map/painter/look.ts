import { type Mark, markOf, Ring, ringOf } from './mark.ts';

/** What is drawn of a lamp, in one byte: its mark (three bits) and the ring about it. */
export type Look = number;

const MARK_BITS = 3;
export const LOOKS = 1 << (2 * MARK_BITS);
/** The mark that is none: a lamp of which nothing is shown. */
export const NOTHING: Look = 7;

export const lookWith = (mark: Mark, ring: Ring): Look => mark | (ring << MARK_BITS);
/** @param state,faults bits of the district frame */
export const lookOf = (state: number, level: number, faults: number): Look =>
  lookWith(markOf(state, level, faults), ringOf(state));

export const markIn = (look: Look): Mark => (look & NOTHING) as Mark;
export const ringIn = (look: Look): Ring => (look >> MARK_BITS) as Ring;

/** The signs that are shown, a bit each: `1 << Mark.fault`. */
export interface ShownSigns {
  readonly marks: number;
  readonly rings: number;
}
export const ALL_SIGNS: ShownSigns = { marks: 0xff, rings: 0xff };

/**
 * What of a look is seen: a lamp is there as long as its mark or its ring is shown, the ring only while rings of its
 * kind are. So all levels can be hidden and those under override still stand out as what they are.
 */
export function seen(look: Look, shown: ShownSigns): Look {
  const mark = markIn(look);
  const ring = (shown.rings >> ringIn(look)) & 1 ? ringIn(look) : Ring.none;
  return (shown.marks >> mark) & 1 || ring !== Ring.none ? lookWith(mark, ring) : NOTHING;
}
