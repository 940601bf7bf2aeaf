import type { Finish } from './facade.ts';
import type { Surface } from './model.ts';
import { smoothNoise } from './noise.ts';

/** Sets `finish` for a point of the ground and answers how wet it is, 0–1. */
export function ground(
  surfaces: readonly Surface[],
  x: number,
  z: number,
  seed: number,
  finish: Finish,
): number {
  let top: Surface | undefined;
  for (const surface of surfaces) {
    if (x < surface.x0 || x >= surface.x1 || z < surface.z0 || z >= surface.z1) continue;
    if (surface.dash !== undefined && !painted(surface.dash, x, z)) continue;
    top = surface;
  }
  finish.glowR = finish.glowG = finish.glowB = 0;
  if (top === undefined) {
    finish.r = finish.g = finish.b = 0.12;
    return 0.3;
  }
  const patches = 0.8 + 0.4 * smoothNoise(x * 0.7, z * 0.35, seed) * smoothNoise(x * 3, z * 2, seed + 1);
  finish.r = top.tone[0] * patches;
  finish.g = top.tone[1] * patches;
  finish.b = top.tone[2] * patches;
  const puddles = smoothNoise(x * 0.45, z * 0.16, seed + 2);
  return top.wet * (0.35 + 0.9 * puddles);
}

function painted(dash: NonNullable<Surface['dash']>, x: number, z: number): boolean {
  const along = dash.axis === 'x' ? x : z;
  return along - Math.floor(along / dash.period) * dash.period < dash.on;
}
