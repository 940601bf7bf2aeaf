/** Shapes of marks and rings. Both painters draw from these: see `stamp.ts` and `gl/shaders.ts`. */
export const GlyphKind = { none: 0, disc: 1, ring: 2, square: 3, cross: 4, dashed: 5, half: 6 } as const;
export type GlyphKind = (typeof GlyphKind)[keyof typeof GlyphKind];

/** One shape at one radius, in device pixels. */
export interface Glyph {
  readonly kind: GlyphKind;
  /** radius, half of a side, or length of an arm */
  readonly size: number;
  /** width of its line; 0 where it has none */
  readonly stroke: number;
  /** where the filled half of a ring begins; 0 of any other */
  readonly inner: number;
  /** largest distance of its edge from its centre */
  readonly reach: number;
}

/** By `Mark` and by `Ring`. */
export interface GlyphSet {
  readonly marks: readonly Glyph[];
  readonly rings: readonly Glyph[];
}

/** Under this radius (CSS pixels) a hollow dot is mush: what is off is a dot then, told apart by being dim. */
const HOLLOW_FROM = 1.35;
/**
 * Under this one rings lie close about their lamp, or each would lie about its neighbours too. Presence has none then:
 * it comes and goes everywhere and asks for nothing.
 */
const WIDE_FROM = 1.6;
/** Size grows with the level. */
const GROWTH = [0.9, 0.8, 0.92, 1.1, 1.25] as const;

const glyph = (kind: GlyphKind, size: number, stroke: number, reach: number, inner = 0): Glyph => ({
  kind,
  size,
  stroke,
  inner,
  reach,
});
const NONE = glyph(GlyphKind.none, 0, 0, 0);

/**
 * What asks for something keeps its shape however small lamps are: nobody has to tell it from the others by its hue.
 * @param radius of a lamp at half level, device pixels
 */
export function glyphsOf(radius: number, pixelRatio: number): GlyphSet {
  return { marks: marks(radius, pixelRatio), rings: rings(radius, pixelRatio) };
}

function marks(r: number, ratio: number): readonly Glyph[] {
  const dots = GROWTH.map((by) => glyph(GlyphKind.disc, r * by, 0, r * by));
  const off = Math.max(r, 1.6 * ratio);
  const square = r + 1.5 * ratio;
  const arm = r + 1.6 * ratio;
  return [
    r / ratio < HOLLOW_FROM ? dots[0]! : glyph(GlyphKind.ring, off, ratio, off + ratio),
    ...dots.slice(1),
    glyph(GlyphKind.square, square, 1.5 * ratio, (square + ratio) * Math.SQRT2),
    glyph(GlyphKind.cross, arm, 2 * ratio, arm * Math.SQRT2 + ratio),
    NONE,
  ];
}

function rings(r: number, ratio: number): readonly Glyph[] {
  const wide = r / ratio >= WIDE_FROM;
  const outer = r + (wide ? 4 : 2.4) * ratio;
  const stroke = (wide ? 1.5 : 1.25) * ratio;
  const reach = outer + ratio;
  const dashed = glyph(GlyphKind.dashed, outer, stroke, reach);
  return [
    NONE,
    wide ? glyph(GlyphKind.ring, outer - ratio, ratio, reach) : NONE,
    glyph(GlyphKind.ring, outer, stroke, reach),
    dashed,
    glyph(GlyphKind.half, outer + stroke / 2, stroke - ratio / 4, reach, r + (wide ? 1.6 : 0.8) * ratio),
    dashed,
  ];
}
