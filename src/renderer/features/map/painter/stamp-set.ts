import { type Glyph, glyphsOf } from './glyph.ts';
import { LOOKS, markIn, ringIn } from './look.ts';
import { Mark, type Ring } from './mark.ts';
import { halfOf, makeStamp, PHASES, type Shape, type Stamp, shapeOf, shiftOf } from './stamp.ts';

/** A fraction just under 1 may have been rounded to 1. */
const phaseOf = (fraction: number) => Math.min(PHASES - 1, Math.floor(fraction * PHASES));

interface Drawing {
  readonly shape: Shape;
  readonly reach: number;
}

/** Marks come first, then rings; `Ring.none` has the place of the mark that is none. */
const RINGS = Mark.fault + 1;

/** The stamps of all marks and rings at one radius, each made when first needed. */
export class StampSet {
  readonly radius: number;
  readonly pixelRatio: number;
  /** how many pixels on each side of the one that a lamp stands in its stamps may ink, by look, and of all looks */
  readonly reaches: Uint8Array;
  readonly reach: number;
  readonly #drawings: readonly (Drawing | undefined)[];
  readonly #stamps: (Stamp | undefined)[] = [];

  /** @param radius device pixels */
  constructor(radius: number, pixelRatio: number) {
    this.radius = radius;
    this.pixelRatio = pixelRatio;
    const { marks, rings } = glyphsOf(radius, pixelRatio);
    this.#drawings = [...marks.slice(0, RINGS), ...rings].map(drawingOf);
    const half = (drawing: number) => halfOf(this.#drawings[drawing]?.reach ?? 0);
    this.reaches = Uint8Array.from({ length: LOOKS }, (_, look) =>
      Math.max(half(markIn(look)), half(RINGS + ringIn(look))),
    );
    this.reach = Math.max(...this.reaches);
  }

  /** @param fx,fy where the centre lies within its pixel, 0 ≤ f < 1 */
  mark(mark: Mark, fx: number, fy: number): Stamp {
    return this.#stamp(mark, fx, fy)!;
  }

  /** None where rings would be mush. */
  ring(ring: Ring, fx: number, fy: number): Stamp | undefined {
    return this.#stamp(RINGS + ring, fx, fy);
  }

  #stamp(drawing: number, fx: number, fy: number): Stamp | undefined {
    const d = this.#drawings[drawing];
    if (!d) return undefined;
    const px = phaseOf(fx);
    const py = phaseOf(fy);
    const key = (drawing * PHASES + py) * PHASES + px;
    this.#stamps[key] ??= makeStamp(d.shape, d.reach, shiftOf(px), shiftOf(py));
    return this.#stamps[key];
  }
}

function drawingOf(glyph: Glyph): Drawing | undefined {
  const shape = shapeOf(glyph);
  return shape && { shape, reach: glyph.reach };
}
