import type { ShownSigns } from './look.ts';

/** A colour as a framebuffer word without alpha: 0xBBGGRR. */
export type Ink = number;

/** Inks of the marks, read from the tokens once per theme. */
export interface LampPalette {
  /** `--lamp-0` … `--lamp-4` */
  readonly levels: readonly [Ink, Ink, Ink, Ink, Ink];
  readonly fault: Ink;
  readonly noNews: Ink;
  readonly override: Ink;
  readonly presence: Ink;
  readonly commanded: Ink;
  readonly acknowledged: Ink;
}

/** The piece of the world that a framebuffer shows. All lengths in device pixels. */
export interface LampView {
  /** of the whole world's side */
  readonly scale: number;
  /** of the framebuffer's top left corner from the world's */
  readonly originX: number;
  readonly originY: number;
  readonly width: number;
  readonly height: number;
  /** of a lamp at half level */
  readonly radius: number;
  readonly pixelRatio: number;
  /** what of the lamps is drawn */
  readonly shown: ShownSigns;
}

/** Lamps as columns: places in normalised Web Mercator (one off the world's square is nowhere), and what is drawn. */
export interface LampColumns {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** see `look.ts` */
  readonly look: Uint8Array;
}

/** Where pixels go. Words are RGBA bytes in memory order, alpha not premultiplied, as ImageData has them. */
export interface Surface {
  /** New transparent pixels of this size. */
  resize(width: number, height: number): Uint32Array;
  /** Shows a rectangle of them. */
  present(x: number, y: number, width: number, height: number): void;
}

/** By `Mark`. */
export const markInks = ({ levels, noNews, fault }: LampPalette): readonly Ink[] => [
  ...levels,
  noNews,
  fault,
];
/** By `Ring`. */
export const ringInks = (palette: LampPalette): readonly Ink[] => [
  0,
  palette.presence,
  palette.override,
  palette.commanded,
  palette.acknowledged,
  palette.fault,
];
/** How opaque a ring of presence is, 0–255. */
export const HALO_STRENGTH = 130;

/**
 * Draws every lamp. `show` paints a view whole; after that lamps that changed are marked, and `flush` paints
 * no more than it must.
 */
export interface LampPainter {
  show(lamps: LampColumns, view: LampView, palette: LampPalette): void;
  mark(lamp: number): void;
  markAll(): void;
  /** @returns whether anything was painted */
  flush(): boolean;
  dispose(): void;
}
