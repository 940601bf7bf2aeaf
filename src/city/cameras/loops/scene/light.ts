import type { Lamp, Rgb } from './model.ts';
import type { Point } from './view.ts';

/** Linear light gathered so far; reused by the caller, because it is asked for millions of points. */
export interface Light {
  r: number;
  g: number;
  b: number;
}

/** Beyond this a lamp's share is not worth computing, metres. */
const REACH = 38;

/** Sets `light` to what the ambient and the lamps throw on a point whose surface faces `normal`. */
export function lightAt(lamps: readonly Lamp[], ambient: Rgb, at: Point, normal: Point, light: Light): void {
  light.r = ambient[0];
  light.g = ambient[1];
  light.b = ambient[2];
  for (const lamp of lamps) {
    const dx = lamp.x - at.x;
    const dz = lamp.z - at.z;
    if (dx > REACH || dx < -REACH || dz > REACH || dz < -REACH) continue;
    const dy = lamp.height - at.y;
    const square = dx * dx + dy * dy + dz * dz + 1.5;
    const distance = Math.sqrt(square);
    // A lantern shines downwards; walls are lit as if rough, so grazing light still counts a little.
    const facing = (dx * normal.x + dy * normal.y + dz * normal.z) / distance;
    const cone = dy > 0 ? 0.1 + 0.9 * Math.sqrt(dy / distance) : 0.1 * Math.exp(dy);
    const share = (lamp.power * cone * Math.max(0.05, facing)) / square;
    light.r += share * lamp.colour[0];
    light.g += share * lamp.colour[1];
    light.b += share * lamp.colour[2];
  }
}
