/**
 * A picture with depth: packed 8-bit RGB rows, and for each pixel the nearness (1 / distance along the
 * view axis, in 1/m; 0 is the sky) of what stands there, so that movers pass behind what is in front.
 */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  readonly nearness: Float32Array;
}

export function createPicture(width: number, height: number): Picture {
  return {
    width,
    height,
    rgb: new Uint8Array(width * height * 3),
    nearness: new Float32Array(width * height),
  };
}

/** A frame to draw movers on: its own pixels, the backdrop's depth (movers only read it). */
export function frameOver(backdrop: Picture): Picture {
  return { ...backdrop, rgb: new Uint8Array(backdrop.rgb) };
}

/** Turns linear light into a display value 0–255: soft shoulder, so that lamps bloom instead of clipping. */
export function expose(light: number): number {
  return 255 * (1 - Math.exp(-1.9 * light)) ** 0.6;
}
