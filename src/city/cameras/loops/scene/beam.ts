import type { GroundPoint } from './model.ts';
import { place, type Stage } from './stage.ts';
import { project, rayThrough } from './view.ts';

const REACH = 15;
const HALF_WIDTH = 3;

/** Headlights on the ground ahead of a vehicle: brightens what the backdrop shows there, markings most. */
export function paintBeam(stage: Stage, from: GroundPoint, heading: number): void {
  const { view, picture } = stage;
  const turn = (heading * Math.PI) / 180;
  const ahead = { x: Math.sin(turn), z: Math.cos(turn) };
  const corners = [0, REACH].flatMap((along) =>
    [-HALF_WIDTH, HALF_WIDTH].map((aside) => project(view, place(from, heading, along, aside, 0))),
  );
  // Headlights of what stands beside or under the camera would fill the picture; a camera never shows that.
  if (!corners.every((corner) => corner !== undefined)) return;
  const rows = corners.map((corner) => corner.y);
  const columns = corners.map((corner) => corner.x);
  const top = Math.max(0, Math.floor(Math.min(...rows)));
  const bottom = Math.min(view.height - 1, Math.ceil(Math.max(...rows)));
  const left = Math.max(0, Math.floor(Math.min(...columns)));
  const right = Math.min(view.width - 1, Math.ceil(Math.max(...columns)));
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const ray = rayThrough(view, column, row);
      if (ray.y >= 0) continue;
      const depth = -view.eye / ray.y;
      const pixel = row * view.width + column;
      if (picture.nearness[pixel]! * depth > 1.03) continue;
      const dx = ray.x * depth - from.x;
      const dz = ray.z * depth - from.z;
      const along = (dx * ahead.x + dz * ahead.z) / REACH;
      const aside = (dx * ahead.z - dz * ahead.x) / (HALF_WIDTH * (0.35 + 0.65 * along));
      if (along <= 0 || along >= 1 || aside <= -1 || aside >= 1) continue;
      const strength = (1 - aside * aside) ** 2 * Math.min(1, along * 6) * (1 - along) ** 1.5;
      const { rgb } = picture;
      rgb[pixel * 3] = Math.min(255, rgb[pixel * 3]! * (1 + 0.9 * strength) + 34 * strength);
      rgb[pixel * 3 + 1] = Math.min(255, rgb[pixel * 3 + 1]! * (1 + 0.9 * strength) + 33 * strength);
      rgb[pixel * 3 + 2] = Math.min(255, rgb[pixel * 3 + 2]! * (1 + 0.9 * strength) + 29 * strength);
    }
  }
}
