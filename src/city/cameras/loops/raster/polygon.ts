import type { Rgb } from '../scene/model.ts';
import type { Picture } from './picture.ts';

/** A corner on the picture, in pixels, with its nearness (1/m). */
export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly near: number;
}

export interface Ink {
  /** Display values 0–255. */
  readonly colour: Rgb;
  /** 0–1, 1 when left out. */
  readonly alpha?: number;
  /** Also becomes part of the picture's depth: for what never moves. */
  readonly solid?: boolean;
}

/** What lies on a surface has that surface's depth; without some slack it would flicker in and out. */
const SLACK = 1.02;

/** Fills a convex polygon where nothing nearer stands, with smooth left and right edges. */
export function fillPolygon(picture: Picture, corners: readonly Corner[], ink: Ink): void {
  const plane = nearnessPlane(corners);
  if (plane === undefined) return;
  const { width, height } = picture;
  const top = Math.max(0, Math.floor(Math.min(...corners.map((c) => c.y))));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(...corners.map((c) => c.y))));
  for (let row = top; row <= bottom; row++) {
    const span = crossing(corners, row + 0.5);
    if (span === undefined) continue;
    const [left, right] = span;
    const from = Math.max(0, Math.floor(left));
    const to = Math.min(width - 1, Math.floor(right));
    for (let column = from; column <= to; column++) {
      const coverage = Math.min(column + 1, right) - Math.max(column, left);
      if (coverage <= 0) continue;
      const near = plane.atOrigin + plane.perColumn * column + plane.perRow * row;
      blend(picture, row * width + column, near, ink, coverage);
    }
  }
}

function blend(picture: Picture, pixel: number, near: number, ink: Ink, coverage: number): void {
  if (near * SLACK < picture.nearness[pixel]!) return;
  const alpha = (ink.alpha ?? 1) * coverage;
  const { rgb } = picture;
  for (let channel = 0; channel < 3; channel++) {
    const i = pixel * 3 + channel;
    rgb[i] = rgb[i]! + (ink.colour[channel]! - rgb[i]!) * alpha;
  }
  if (ink.solid === true && coverage > 0.5) picture.nearness[pixel] = near;
}

/** Leftmost and rightmost point of the polygon at a height. */
function crossing(corners: readonly Corner[], y: number): readonly [number, number] | undefined {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < corners.length; i++) {
    const a = corners[i]!;
    const b = corners[(i + 1) % corners.length]!;
    if (a.y > y === b.y > y) continue;
    const x = a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);
    left = Math.min(left, x);
    right = Math.max(right, x);
  }
  return left < right ? [left, right] : undefined;
}

/** Nearness is linear over the picture of a flat face: its plane through the widest corner triangle. */
function nearnessPlane(corners: readonly Corner[]) {
  const a = corners[0];
  if (a === undefined) return undefined;
  let best = 1e-6;
  let plane: { atOrigin: number; perColumn: number; perRow: number } | undefined;
  for (let i = 1; i + 1 < corners.length; i++) {
    const b = corners[i]!;
    const c = corners[i + 1]!;
    const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (Math.abs(area) <= best) continue;
    best = Math.abs(area);
    const perColumn = ((b.near - a.near) * (c.y - a.y) - (c.near - a.near) * (b.y - a.y)) / area;
    const perRow = ((c.near - a.near) * (b.x - a.x) - (b.near - a.near) * (c.x - a.x)) / area;
    plane = { atOrigin: a.near - perColumn * a.x - perRow * a.y, perColumn, perRow };
  }
  return plane;
}
