import type { Ink } from './lamp-painter.ts';
import type { Stamp } from './stamp.ts';

/** A rectangle of whole pixels: right and bottom are one past the end. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Lays ink over one pixel (Porter–Duff over, alpha not premultiplied, 0 < a < 255). Most of a dense city is drawn by it:
 * one division a pixel instead of one a channel, and red and blue in one go, for each has 16 bits there.
 */
function over(pixel: number, ink: Ink, a: number): number {
  const under = pixel >>> 24;
  if (under === 0) return (ink | (a << 24)) >>> 0;
  const sum = a + (((under * (255 - a) + 127) / 255) | 0);
  /** of what is seen how much is ink, in 256ths */
  const share = (((a << 8) + (sum >> 1)) / sum) | 0;
  const rest = 256 - share;
  const redBlue = Math.imul(ink & 0xff00ff, share) + Math.imul(pixel & 0xff00ff, rest) + 0x800080;
  const green = Math.imul(ink & 0xff00, share) + Math.imul(pixel & 0xff00, rest) + 0x8000;
  return (((redBlue >>> 8) & 0xff00ff) | ((green >>> 8) & 0xff00) | (sum << 24)) >>> 0;
}

/**
 * Presses a stamp onto pixels, centred on the pixel (x, y), no further than `clip`.
 * @param strength 0–255, how opaque the ink is where the stamp covers wholly
 */
export function press(
  pixels: Uint32Array,
  width: number,
  clip: Box,
  stamp: Stamp,
  x: number,
  y: number,
  ink: Ink,
  strength = 255,
): void {
  const { size, coverage } = stamp;
  const left = x - (size >> 1);
  const top = y - (size >> 1);
  const x0 = Math.max(0, clip.left - left);
  const x1 = Math.min(size, clip.right - left);
  const y1 = Math.min(size, clip.bottom - top);
  for (let row = Math.max(0, clip.top - top); row < y1; row++) {
    let to = (top + row) * width + left + x0;
    let from = row * size + x0;
    for (let column = x0; column < x1; column++, to++, from++) {
      const covered = coverage[from]!;
      if (covered === 0) continue;
      const a = strength === 255 ? covered : Math.round((covered * strength) / 255);
      if (a === 255) pixels[to] = (ink | 0xff000000) >>> 0;
      else if (a > 0) pixels[to] = over(pixels[to]!, ink, a);
    }
  }
}

export function clear(pixels: Uint32Array, width: number, box: Box): void {
  if (box.right - box.left === width) pixels.fill(0, box.top * width, box.bottom * width);
  else for (let y = box.top; y < box.bottom; y++) pixels.fill(0, y * width + box.left, y * width + box.right);
}

/**
 * Moves the picture so that what was at (dx, dy) is in the corner. @returns the boxes that nothing is known of then, which
 * hold what moved out of the picture
 */
export function scroll(pixels: Uint32Array, width: number, dx: number, dy: number): readonly Box[] {
  const height = pixels.length / width;
  const by = dy * width + dx;
  if (by > 0) pixels.copyWithin(0, by);
  else pixels.copyWithin(-by, 0);
  const columns = { left: dx > 0 ? width - dx : 0, right: dx > 0 ? width : -dx, top: 0, bottom: height };
  const rows = { left: 0, right: width, top: dy > 0 ? height - dy : 0, bottom: dy > 0 ? height : -dy };
  return [columns, rows].filter(({ left, right, top, bottom }) => left < right && top < bottom);
}
