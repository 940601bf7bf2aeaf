import type { Rgb } from '../scene/model.ts';
import type { Picture } from './picture.ts';

/** A soft ellipse of light added to the picture; `near` hides it behind what is nearer (0 never hides). */
export interface Glow {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  /** Display values added at the centre. */
  readonly colour: Rgb;
  readonly near?: number;
}

/** Adds light that falls off smoothly to nothing at the radius: no blur pass needed. */
export function addGlow(picture: Picture, glow: Glow): void {
  const { width, height, rgb, nearness } = picture;
  const near = (glow.near ?? Number.POSITIVE_INFINITY) * 1.05;
  const top = Math.max(0, Math.ceil(glow.y - glow.radiusY));
  const bottom = Math.min(height - 1, Math.floor(glow.y + glow.radiusY));
  const left = Math.max(0, Math.ceil(glow.x - glow.radiusX));
  const right = Math.min(width - 1, Math.floor(glow.x + glow.radiusX));
  for (let row = top; row <= bottom; row++) {
    const v = ((row - glow.y) / glow.radiusY) ** 2;
    for (let column = left; column <= right; column++) {
      const distance = v + ((column - glow.x) / glow.radiusX) ** 2;
      const pixel = row * width + column;
      if (distance >= 1 || nearness[pixel]! > near) continue;
      const strength = (1 - distance) ** 3 / (1 + 12 * distance);
      for (let channel = 0; channel < 3; channel++) {
        const i = pixel * 3 + channel;
        // Screen, not plain addition: bright centres keep their colour instead of clipping to white.
        rgb[i] = rgb[i]! + strength * glow.colour[channel]! * (1 - rgb[i]! / 255);
      }
    }
  }
}
