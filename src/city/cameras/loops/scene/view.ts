import type { Corner } from '../raster/polygon.ts';
import type { GroundPoint, Viewpoint } from './model.ts';

/** A point in the scene, metres. */
export interface Point extends GroundPoint {
  readonly y: number;
}

/** The pinhole camera of a viewpoint on a picture of a given size. */
export interface View {
  readonly width: number;
  readonly height: number;
  /** Metres above the ground. */
  readonly eye: number;
  /** Pixels. */
  readonly focal: number;
  readonly forward: Point;
  readonly right: Point;
  readonly up: Point;
}

/** Nothing nearer than this is drawn, metres. */
const NEAREST = 0.8;

export function createView(viewpoint: Viewpoint, width: number, height: number): View {
  const yaw = (viewpoint.yaw * Math.PI) / 180;
  const pitch = (viewpoint.pitch * Math.PI) / 180;
  return {
    width,
    height,
    eye: viewpoint.height,
    focal: width / 2 / Math.tan((viewpoint.fieldOfView * Math.PI) / 360),
    forward: { x: Math.sin(yaw) * Math.cos(pitch), y: Math.sin(pitch), z: Math.cos(yaw) * Math.cos(pitch) },
    right: { x: Math.cos(yaw), y: 0, z: -Math.sin(yaw) },
    up: { x: -Math.sin(yaw) * Math.sin(pitch), y: Math.cos(pitch), z: -Math.cos(yaw) * Math.sin(pitch) },
  };
}

/** Where a point falls on the picture; `undefined` behind the camera. */
export function project(view: View, point: Point): Corner | undefined {
  const seen = toView(view, point);
  return seen.z < NEAREST ? undefined : toPicture(view, seen);
}

/** The picture of a flat polygon, cut at the near plane; empty when it is all behind the camera. */
export function projectPolygon(view: View, points: readonly Point[]): readonly Corner[] {
  const corners: Corner[] = [];
  const seen = points.map((point) => toView(view, point));
  seen.forEach((a, i) => {
    const b = seen[(i + 1) % seen.length]!;
    if (a.z >= NEAREST) corners.push(toPicture(view, a));
    if (a.z >= NEAREST !== b.z >= NEAREST) {
      const t = (NEAREST - a.z) / (b.z - a.z);
      const cut = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y), z: NEAREST };
      corners.push(toPicture(view, cut));
    }
  });
  return corners;
}

/** The ray through a pixel, scaled so that its length along the view axis is 1: then t is the depth. */
export function rayThrough(view: View, column: number, row: number): Point {
  const u = (column - view.width / 2) / view.focal;
  const v = (view.height / 2 - row) / view.focal;
  return {
    x: view.forward.x + u * view.right.x + v * view.up.x,
    y: view.forward.y + v * view.up.y,
    z: view.forward.z + u * view.right.z + v * view.up.z,
  };
}

function toView(view: View, point: Point): Point {
  const y = point.y - view.eye;
  const along = (axis: Point) => axis.x * point.x + axis.y * y + axis.z * point.z;
  return { x: along(view.right), y: along(view.up), z: along(view.forward) };
}

function toPicture(view: View, seen: Point): Corner {
  return {
    x: view.width / 2 + (view.focal * seen.x) / seen.z,
    y: view.height / 2 - (view.focal * seen.y) / seen.z,
    near: 1 / seen.z,
  };
}
