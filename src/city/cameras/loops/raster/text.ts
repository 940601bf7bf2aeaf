import { glyphsOf } from './glyphs.ts';
import type { Picture } from './picture.ts';

/** Writes a line of dot text: light, with a dark shadow so that it reads on anything. `dot` in pixels. */
export function drawText(picture: Picture, text: string, left: number, top: number, dot: number): void {
  dots(picture, text, left + dot * 0.6, top + dot * 0.6, dot, 8);
  dots(picture, text, left, top, dot, 205);
}

/** Width of a line, in pixels. */
export function textWidth(text: string, dot: number): number {
  return glyphsOf(text).filter((glyph) => !glyph.mark).length * 6 * dot;
}

function dots(picture: Picture, text: string, left: number, top: number, dot: number, level: number): void {
  let x = left - 6 * dot;
  for (const glyph of glyphsOf(text)) {
    if (!glyph.mark) x += 6 * dot;
    glyph.rows.forEach((bits, row) => {
      for (let bit = 0; bit < 5; bit++) {
        if ((bits & (16 >> bit)) === 0) continue;
        fillSquare(picture, x + bit * dot, top + (glyph.top + row) * dot, dot, level);
      }
    });
  }
}

function fillSquare(picture: Picture, left: number, top: number, size: number, level: number): void {
  const { width, height, rgb } = picture;
  for (let row = Math.max(0, Math.round(top)); row < Math.min(height, Math.round(top + size)); row++) {
    const from = Math.max(0, Math.round(left));
    const to = Math.min(width, Math.round(left + size));
    if (to > from) rgb.fill(level, (row * width + from) * 3, (row * width + to) * 3);
  }
}
