import type { House } from './model.ts';
import { hash } from './noise.ts';

/** What a point of a surface is like: reflected share of light, and light of its own. Reused by the caller. */
export interface Finish {
  r: number;
  g: number;
  b: number;
  glowR: number;
  glowG: number;
  glowB: number;
}

const FLOOR = 3.2;
const SHOP = 4.2;
const BAY = 2.6;

/**
 * Sets `finish` for a point of a house's wall.
 * @param along metres along the wall  @param up metres above the ground
 */
export function facade(house: House, along: number, up: number, face: number, finish: Finish): void {
  finish.r = house.tone[0];
  finish.g = house.tone[1];
  finish.b = house.tone[2];
  finish.glowR = finish.glowG = finish.glowB = 0;
  const seed = house.seed * 4 + face;
  if (up > house.height - 0.7) {
    scale(finish, up > house.height - 0.3 ? 1.25 : 0.7);
    return;
  }
  if (up < SHOP) {
    groundFloor(house, along, up, seed, finish);
    return;
  }
  const storey = Math.floor((up - SHOP) / FLOOR);
  const y = up - SHOP - storey * FLOOR;
  const bay = Math.floor(along / BAY);
  const x = along - bay * BAY;
  if (y < 0.18) {
    scale(finish, 1.2);
    return;
  }
  // Too little room under the cornice for another row.
  if (SHOP + (storey + 1) * FLOOR > house.height) return;
  if (x < 0.75 || x > 1.9 || y < 0.7 || y > 2.65) {
    const shutter = x > 0.35 && x < 2.3 && y > 0.7 && y < 2.65 && hash(house.seed, 7, 1) > 0.4;
    scale(finish, shutter ? 0.62 : y < 0.7 && y > 0.55 && x > 0.6 && x < 2.05 ? 1.3 : 1);
    return;
  }
  const frame = Math.abs(x - 1.325) < 0.05 || y < 0.78 || Math.abs(y - 1.95) < 0.04;
  scale(finish, 0.22);
  if (hash(bay, storey, seed) > house.lit || frame) return;
  const warmth = hash(bay, storey, seed + 11);
  const strength = (0.16 + 0.42 * hash(bay, storey, seed + 23)) * (0.65 + 0.35 * (y / 2.65));
  finish.glowR = strength;
  finish.glowG = strength * (0.62 + 0.2 * warmth);
  finish.glowB = strength * (0.26 + 0.34 * warmth);
}

function groundFloor(house: House, along: number, up: number, seed: number, finish: Finish): void {
  if (!house.shops) {
    const door = hash(Math.floor(along / 6), 3, seed) > 0.4 && along % 6 > 2.2 && along % 6 < 3.4 && up < 2.7;
    scale(finish, door ? 0.3 : up < 0.8 ? 0.75 : 0.95);
    return;
  }
  const shop = Math.floor(along / 5.2);
  const x = along - shop * 5.2;
  if (x < 0.3 || x > 4.9 || up > 3.9) {
    scale(finish, 0.85);
    return;
  }
  const open = hash(shop, 1, seed + 5);
  if (up > 3.15) {
    scale(finish, 0.3);
    if (open < 0.5) glow(finish, 0.1, hash(shop, 2, seed), hash(shop, 4, seed));
    return;
  }
  scale(finish, up < 0.45 || Math.abs(x - 2.6) < 0.06 ? 0.4 : 0.14);
  if (up < 0.45 || Math.abs(x - 2.6) < 0.06 || open > 0.62) return;
  const shelf = 0.82 + 0.18 * hash(Math.floor(x * 3), Math.floor(up * 2.4), seed + shop);
  glow(finish, (open < 0.25 ? 0.42 : 0.16) * shelf * (0.4 + 0.2 * up), 0.5 + 0.3 * open, 0.3 + open * 0.6);
}

function glow(finish: Finish, strength: number, green: number, blue: number): void {
  finish.glowR = strength;
  finish.glowG = strength * (0.6 + 0.35 * green);
  finish.glowB = strength * (0.3 + 0.6 * blue);
}

function scale(finish: Finish, factor: number): void {
  finish.r *= factor;
  finish.g *= factor;
  finish.b *= factor;
}
