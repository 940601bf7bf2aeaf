import { Mark, Ring } from './mark.ts';
import {
  cross,
  dashedRing,
  disc,
  halfRing,
  hollowSquare,
  makeStamp,
  PHASES,
  ring,
  type Shape,
  type Stamp,
} from './stamp.ts';

/** Under this radius (screen pixels) shapes are mush: marks are dots then, told apart by colour. */
const SHAPES_FROM = 1.35;
const RINGS_FROM = 1.6;
/** Size grows with the level. */
const GROWTH = [0.9, 0.8, 0.92, 1.1, 1.25] as const;

/** From a pixel's middle to the middle of a phase. */
const shift = (phase: number) => (phase + 0.5) / PHASES - 0.5;

/** A fraction just under 1 may have been rounded to 1. */
const phaseOf = (fraction: number) => Math.min(PHASES - 1, Math.floor(fraction * PHASES));

interface Drawing {
  readonly shape: Shape;
  readonly reach: number;
}

/** The stamps of all marks and rings at one radius, each made when first needed. */
export class StampSet {
  readonly radius: number;
  readonly pixelRatio: number;
  /** no stamp reaches further from a lamp's centre, in whole pixels */
  readonly reach: number;
  readonly #drawings: readonly (Drawing | undefined)[];
  readonly #stamps: (Stamp | undefined)[] = [];

  /** @param radius device pixels */
  constructor(radius: number, pixelRatio: number) {
    this.radius = radius;
    this.pixelRatio = pixelRatio;
    this.#drawings = [...marks(radius, pixelRatio), ...rings(radius, pixelRatio)];
    this.reach = 3 + Math.ceil(Math.max(...this.#drawings.map((d) => d?.reach ?? 0)));
  }

  /** @param fx,fy where the centre lies within its pixel, 0 ≤ f < 1 */
  mark(mark: Mark, fx: number, fy: number): Stamp {
    return this.#stamp(mark, fx, fy)!;
  }

  /** None where rings would be mush. */
  ring(ring: Ring, fx: number, fy: number): Stamp | undefined {
    return this.#stamp(Mark.fault + ring, fx, fy);
  }

  #stamp(drawing: number, fx: number, fy: number): Stamp | undefined {
    const d = this.#drawings[drawing];
    if (!d) return undefined;
    const px = phaseOf(fx);
    const py = phaseOf(fy);
    const key = (drawing * PHASES + py) * PHASES + px;
    this.#stamps[key] ??= makeStamp(d.shape, d.reach, shift(px), shift(py));
    return this.#stamps[key];
  }
}

function marks(r: number, ratio: number): Drawing[] {
  const dot = (by: number): Drawing => ({ shape: disc(r * by), reach: r * by });
  const dots = GROWTH.map(dot);
  if (r / ratio < SHAPES_FROM) return [...dots, dot(1.2), dot(1.5)];
  const off = Math.max(r, 1.6 * ratio);
  const square = r + 1.5 * ratio;
  const arm = r + 1.6 * ratio;
  return [
    { shape: ring(off, ratio), reach: off + ratio },
    ...dots.slice(1),
    { shape: hollowSquare(square, 1.5 * ratio), reach: (square + ratio) * Math.SQRT2 },
    { shape: cross(arm, 2 * ratio), reach: arm * Math.SQRT2 + ratio },
  ];
}

/** Index 0 is the fault's place in the one list of drawings, so `Ring.presence` is the first here. */
function rings(r: number, ratio: number): (Drawing | undefined)[] {
  if (r / ratio < RINGS_FROM) return Object.values(Ring).map(() => undefined);
  const halo = r + 3 * ratio;
  const outer = r + 4 * ratio;
  const at = (shape: Shape): Drawing => ({ shape, reach: outer + ratio });
  const dashed = at(dashedRing(outer, 1.5 * ratio, 8));
  return [
    at(ring(halo, ratio)),
    at(ring(outer, 1.5 * ratio)),
    dashed,
    at(halfRing(r + 1.6 * ratio, outer + 0.75 * ratio, 1.25 * ratio)),
    dashed,
  ];
}
