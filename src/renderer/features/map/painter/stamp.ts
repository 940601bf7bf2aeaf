import { type Glyph, GlyphKind } from './glyph.ts';

/** Signed distance to a shape's edge in pixels from the shape's centre: negative inside. */
export type Shape = (x: number, y: number) => number;

/** A shape as coverage 0–255 in a square of `size`, its centre near the middle. */
export interface Stamp {
  readonly size: number;
  readonly coverage: Uint8Array;
}

/** Positions between pixels that a stamp is made for, per axis: without them small dots dance on a grid. */
export const PHASES = 4;

/** From a pixel's middle to the middle of a phase. */
export const shiftOf = (phase: number): number => (phase + 0.5) / PHASES - 0.5;

/** How many pixels a stamp has on each side of its middle one: no more than it inks, for each is looked at. */
export const halfOf = (reach: number): number => Math.ceil(reach + 0.5 + shiftOf(PHASES - 1)) - 1;

/** @param reach largest distance of the shape's edge from its centre; @param dx,dy shift of the centre, see `shiftOf` */
export function makeStamp(shape: Shape, reach: number, dx: number, dy: number): Stamp {
  const half = halfOf(reach);
  const size = 2 * half + 1;
  const coverage = new Uint8Array(size * size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const d = shape(x - half - dx, y - half - dy);
      coverage[y * size + x] = Math.round(255 * Math.max(0, Math.min(1, 0.5 - d)));
    }
  return { size, coverage };
}

const disc =
  (r: number): Shape =>
  (x, y) =>
    Math.hypot(x, y) - r;

const ring =
  (r: number, stroke: number): Shape =>
  (x, y) =>
    Math.abs(Math.hypot(x, y) - r) - stroke / 2;

const hollowSquare =
  (half: number, stroke: number): Shape =>
  (x, y) =>
    Math.abs(Math.max(Math.abs(x), Math.abs(y)) - half) - stroke / 2;

/** Two diagonal strokes. */
const cross =
  (arm: number, stroke: number): Shape =>
  (x, y) => {
    // Both diagonals at once: fold the plane into the quarter that holds one half-stroke.
    const along = (Math.abs(x) + Math.abs(y)) * Math.SQRT1_2;
    const aside = Math.abs(Math.abs(x) - Math.abs(y)) * Math.SQRT1_2;
    return Math.hypot(aside, Math.max(0, along - arm * Math.SQRT2)) - stroke / 2;
  };

const dashedRing =
  (r: number, stroke: number): Shape =>
  (x, y) => {
    const turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) * DASHES;
    const fromMiddle = Math.abs((turn % 1) - 0.5);
    return Math.max(ring(r, stroke)(x, y), ((fromMiddle - DASHED / 2) * 2 * Math.PI * r) / DASHES);
  };

/** How many dashes are in a ring. */
export const DASHES = 8;
/** What of a dash is drawn. */
export const DASHED = 0.6;

/** ◐ about a lamp: a thin ring, its left half filled up to the lamp. */
const halfRing =
  (inner: number, outer: number, stroke: number): Shape =>
  (x, y) => {
    const band = Math.abs(Math.hypot(x, y) - (inner + outer) / 2) - (outer - inner) / 2;
    return Math.min(Math.max(band, x), ring(outer - stroke / 2, stroke)(x, y));
  };

/** The shape of a glyph; undefined for none. */
export function shapeOf({ kind, size, stroke, inner }: Glyph): Shape | undefined {
  switch (kind) {
    case GlyphKind.none:
      return undefined;
    case GlyphKind.disc:
      return disc(size);
    case GlyphKind.ring:
      return ring(size, stroke);
    case GlyphKind.square:
      return hollowSquare(size, stroke);
    case GlyphKind.cross:
      return cross(size, stroke);
    case GlyphKind.dashed:
      return dashedRing(size, stroke);
    case GlyphKind.half:
      return halfRing(inner, size, stroke);
  }
}
