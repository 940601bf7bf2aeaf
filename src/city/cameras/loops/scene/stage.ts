import { addGlow } from '../raster/glow.ts';
import { expose, type Picture } from '../raster/picture.ts';
import { fillPolygon } from '../raster/polygon.ts';
import { lightAt } from './light.ts';
import type { GroundPoint, Rgb, Scene } from './model.ts';
import { type Point, project, projectPolygon, type View } from './view.ts';

/** Everything a painter of things needs: the scene, the camera, the picture being made. */
export interface Stage {
  readonly scene: Scene;
  readonly view: View;
  readonly picture: Picture;
  /** What is painted becomes part of the depth: true while the backdrop is made. */
  readonly solid: boolean;
}

/** Paints a flat face lit by the scene's lamps; `glow` is light of its own. */
export function paintFace(
  stage: Stage,
  points: readonly Point[],
  normal: Point,
  tone: Rgb,
  glow: Rgb = [0, 0, 0],
): void {
  const light = { r: 0, g: 0, b: 0 };
  lightAt(stage.scene.lamps, stage.scene.ambient, centre(points), normal, light);
  const colour: Rgb = [
    expose(tone[0] * light.r + glow[0]),
    expose(tone[1] * light.g + glow[1]),
    expose(tone[2] * light.b + glow[2]),
  ];
  fillPolygon(stage.picture, projectPolygon(stage.view, points), { colour, solid: stage.solid });
}

/** Darkens the ground under a thing: nested rounded rectangles, so that the rim is soft. */
export function paintShadow(
  stage: Stage,
  at: GroundPoint,
  heading: number,
  length: number,
  width: number,
): void {
  for (const grow of [1.35, 1.15, 0.95]) {
    const rim = Array.from({ length: 24 }, (_, i) => {
      const angle = (i / 24) * 2 * Math.PI;
      return place(
        at,
        heading,
        0.5 * length * grow * rounded(Math.cos(angle)),
        0.5 * width * grow * rounded(Math.sin(angle)),
        0.01,
      );
    });
    fillPolygon(stage.picture, projectPolygon(stage.view, rim), { colour: [3, 3, 4], alpha: 0.32 });
  }
}

/** Pushes a circle's coordinate outwards, so that the circle becomes a rounded square. */
function rounded(share: number): number {
  return Math.sign(share) * Math.abs(share) ** 0.6;
}

/** A light source and its mirror image on the wet ground. `size` in metres, `colour` as display values. */
export function paintLight(stage: Stage, at: Point, size: number, colour: Rgb): void {
  const spot = project(stage.view, at);
  if (spot === undefined) return;
  const radius = Math.max(2.5, size * stage.view.focal * spot.near);
  addGlow(stage.picture, { ...spot, radiusX: radius, radiusY: radius, colour, near: spot.near });
  const mirrored = project(stage.view, { ...at, y: -at.y });
  if (mirrored === undefined) return;
  const dim: Rgb = [colour[0] * 0.3, colour[1] * 0.3, colour[2] * 0.3];
  addGlow(stage.picture, { ...mirrored, radiusX: radius * 0.55, radiusY: radius * 2.6, colour: dim });
}

/** Corners of a rectangle at a height; heading in degrees clockwise from +z, length along it. */
export function rectangle(
  at: GroundPoint,
  heading: number,
  length: number,
  width: number,
  y: number,
): readonly [Point, Point, Point, Point] {
  const corner = (along: number, aside: number) => place(at, heading, along * length, aside * width, y);
  return [corner(-0.5, -0.5), corner(-0.5, 0.5), corner(0.5, 0.5), corner(0.5, -0.5)];
}

/** A point given in a thing's own directions: metres ahead, metres to its right, metres up. */
export function place(at: GroundPoint, heading: number, ahead: number, right: number, y: number): Point {
  const turn = (heading * Math.PI) / 180;
  return {
    x: at.x + Math.sin(turn) * ahead + Math.cos(turn) * right,
    y,
    z: at.z + Math.cos(turn) * ahead - Math.sin(turn) * right,
  };
}

/** How squarely a thing with this heading faces the camera: 1 comes towards it, −1 goes away. */
export function facing(at: Point, heading: number): number {
  const turn = (heading * Math.PI) / 180;
  const away = Math.hypot(at.x, at.z);
  return -(Math.sin(turn) * at.x + Math.cos(turn) * at.z) / away;
}

/** The middle of some points. */
export function centre(points: readonly Point[]): Point {
  const sum = points.reduce((s, p) => ({ x: s.x + p.x, y: s.y + p.y, z: s.z + p.z }));
  return { x: sum.x / points.length, y: sum.y / points.length, z: sum.z / points.length };
}
