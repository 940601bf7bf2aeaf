import { LOOKS, type Look, markIn, NOTHING, ringIn, type ShownSigns, seen } from './look.ts';
import { Mark, Ring } from './mark.ts';

/** Painting order: plain dots, dots with a ring, no news, faults. */
const DOTS = Mark.noNews;
const RANKS = DOTS + Mark.fault + 1;
/** Of a lamp that isn't drawn. */
const UNSEEN = RANKS;

const rankOf = (look: Look): number =>
  look === NOTHING
    ? UNSEEN
    : markIn(look) >= DOTS || ringIn(look) !== Ring.none
      ? markIn(look) + DOTS
      : markIn(look);

/** Puts lamps in the order in which they are painted, and leaves out those of which nothing is shown. */
export class PaintOrder {
  #ranks = new Uint8Array(LOOKS);
  #looks = new Uint8Array(LOOKS);
  #shown: ShownSigns | undefined;
  #lamps = new Uint32Array(0);
  readonly #next = new Uint32Array(UNSEEN + 2);

  /** What of each look is seen, by look. */
  get looks(): Uint8Array {
    return this.#looks;
  }

  show(shown: ShownSigns): void {
    if (this.#shown?.marks === shown.marks && this.#shown.rings === shown.rings) return;
    this.#shown = shown;
    this.#looks = Uint8Array.from({ length: LOOKS }, (_, look) => seen(look, shown));
    this.#ranks = this.#looks.map(rankOf);
  }

  /** By rank, and within a rank as they came (a counting sort). @returns valid until the next call */
  sort(look: Uint8Array, lamps: Uint32Array): Uint32Array {
    if (this.#lamps.length < lamps.length) this.#lamps = new Uint32Array(lamps.length * 2);
    const ranks = this.#ranks;
    const next = this.#next.fill(0);
    // By count: an iterator makes an object for each of them.
    for (let n = 0; n < lamps.length; n++) next[ranks[look[lamps[n]!]!]! + 1]!++;
    for (let r = 1; r <= UNSEEN; r++) next[r]! += next[r - 1]!;
    const count = next[UNSEEN]!;
    for (let n = 0; n < lamps.length; n++) this.#lamps[next[ranks[look[lamps[n]!]!]!]!++] = lamps[n]!;
    return this.#lamps.subarray(0, count);
  }
}
