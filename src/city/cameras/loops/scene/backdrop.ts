import { createPicture, expose, type Picture } from '../raster/picture.ts';
import { cast, type Hit } from './cast.ts';
import { type Finish, facade } from './facade.ts';
import { ground } from './ground.ts';
import { type Light, lightAt } from './light.ts';
import type { Scene } from './model.ts';
import { hash } from './noise.ts';
import { rayThrough, type View } from './view.ts';

const UP = { x: 0, y: 1, z: 0 };
const FACES = [{ x: -1, y: 0, z: 0 }, { x: 1, y: 0, z: 0 }, { x: 0, y: 0, z: -1 }, { x: 0, y: 0, z: 1 }, UP];

/**
 * Draws what never moves, once per camera, by following a ray through each pixel: houses, ground, pools of
 * lamplight, and their mirror images on wet ground. Two rays a pixel, on its diagonal, smooth the edges enough for video.
 */
export function paintBackdrop(scene: Scene, view: View): Picture {
  const picture = createPicture(view.width, view.height);
  const tracer = createTracer(scene, view);
  const sum: Light = { r: 0, g: 0, b: 0 };
  for (let row = 0; row < view.height; row++) {
    for (let column = 0; column < view.width; column++) {
      const pixel = row * view.width + column;
      sum.r = sum.g = sum.b = 0;
      for (let sample = 0; sample < 2; sample++) {
        picture.nearness[pixel] = tracer(column + 0.25 + 0.5 * sample, row + 0.25 + 0.5 * sample, sum);
      }
      // A little grain: without it the encoder draws contour lines in the dark.
      const grain = 2.4 * (hash(column, row, scene.seed) - 0.5);
      picture.rgb[pixel * 3] = Math.max(0, expose(sum.r / 2) + grain);
      picture.rgb[pixel * 3 + 1] = Math.max(0, expose(sum.g / 2) + grain);
      picture.rgb[pixel * 3 + 2] = Math.max(0, expose(sum.b / 2) + grain);
    }
  }
  return picture;
}

/** A function that adds the light seen through one point of the picture and answers its nearness. */
function createTracer(scene: Scene, view: View) {
  const hit: Hit = { distance: 0, house: undefined, face: 0 };
  const finish: Finish = { r: 0, g: 0, b: 0, glowR: 0, glowG: 0, glowB: 0 };
  const light: Light = { r: 0, g: 0, b: 0 };
  const seen: Light = { r: 0, g: 0, b: 0 };
  const sum: Light = { r: 0, g: 0, b: 0 };

  return (column: number, row: number, total: Light): number => {
    const d = rayThrough(view, column, row);
    const distance = trace(0, view.eye, 0, d.x, d.y, d.z, true);
    total.r += Math.min(1.2, sum.r);
    total.g += Math.min(1.2, sum.g);
    total.b += Math.min(1.2, sum.b);
    return distance === Number.POSITIVE_INFINITY ? 0 : 1 / distance;
  };

  /** Leaves in `sum` what the ray sees; mirrors once when it meets wet ground. */
  function trace(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    mirror: boolean,
  ): number {
    cast(scene.houses, ox, oy, oz, dx, dy, dz, hit);
    const { distance, house, face } = hit;
    const length = Math.hypot(dx, dy, dz);
    if (distance === Number.POSITIVE_INFINITY || distance * length > 600) {
      sky(dy / length, sum);
      return Number.POSITIVE_INFINITY;
    }
    const at = { x: ox + dx * distance, y: oy + dy * distance, z: oz + dz * distance };
    let wet = 0;
    if (house === undefined) wet = ground(scene.surfaces, at.x, at.z, scene.seed, finish);
    else if (face === 4) finish.r = finish.g = finish.b = 0.06;
    else facade(house, face < 2 ? at.z - house.z0 : at.x - house.x0, at.y, face, finish);
    lightAt(scene.lamps, scene.ambient, at, house === undefined ? UP : FACES[face]!, light);
    const haze = Math.exp((-distance * length) / 220);
    sky(0.02, seen);
    const r = (finish.r * light.r + finish.glowR) * haze + seen.r * (1 - haze);
    const g = (finish.g * light.g + finish.glowG) * haze + seen.g * (1 - haze);
    const b = (finish.b * light.b + finish.glowB) * haze + seen.b * (1 - haze);
    sum.r = r;
    sum.g = g;
    sum.b = b;
    if (!mirror || wet === 0) return distance;
    const ripple = 0.05 * (hash(Math.round(at.x * 14), Math.round(at.z * 9), 5) - 0.5);
    // Water mirrors more the flatter one looks at it.
    const share = wet * (0.06 + 0.5 * (1 + dy / length) ** 5);
    trace(at.x, 0.01, at.z, dx + ripple * length, -dy * (1 + 4 * ripple), dz, false);
    glare(at.x, at.z, dx / length, -dy / length, dz / length);
    sum.r = r + sum.r * share;
    sum.g = g + sum.g * share;
    sum.b = b + sum.b * share;
    return distance;
  }

  /** Lanterns mirrored as long upright streaks: narrow sideways, stretched in height by the rough surface. */
  function glare(x: number, z: number, dx: number, dy: number, dz: number): void {
    const flat = Math.hypot(dx, dz);
    for (const lamp of scene.lamps) {
      const lx = lamp.x - x;
      const lz = lamp.z - z;
      const away = Math.hypot(lx, lz);
      if (lx * dx + lz * dz <= 0 || away > 150) continue;
      const aside = (lx * dz - lz * dx) / (away * flat) / 0.018;
      const above = (lamp.height / away - dy / flat) / 0.16;
      const square = aside * aside + above * above;
      if (square > 9) continue;
      const strength = 1.7 * Math.exp(-square);
      sum.r += strength * lamp.colour[0];
      sum.g += strength * lamp.colour[1];
      sum.b += strength * lamp.colour[2];
    }
  }
}

/** Night over a town: nearly black above, a faint warm haze at the roofs. `rise` is the sine of elevation. */
function sky(rise: number, light: Light): void {
  const haze = Math.exp(-Math.max(0, rise) * 7);
  light.r = 0.0016 + 0.0105 * haze;
  light.g = 0.0023 + 0.0088 * haze;
  light.b = 0.0045 + 0.008 * haze;
}
