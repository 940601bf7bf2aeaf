import { expose } from '../raster/picture.ts';
import { paintFrustum } from './frustum.ts';
import { lightAt } from './light.ts';
import type { Lamp, Scene, Tree } from './model.ts';
import { paintMover } from './movers.ts';
import { smoothNoise } from './noise.ts';
import { paintFace, paintLight, type Stage } from './stage.ts';
import { project } from './view.ts';

/** Adds to the backdrop what stands in the street: shelters, parked cars, trees, lanterns. */
export function paintFurniture(stage: Stage, scene: Scene): void {
  for (const solid of scene.solids) paintFrustum(stage, solid);
  for (const standing of scene.standing) {
    paintMover(stage, standing.kind, { ...standing, gone: 0 }, standing.tone, false);
  }
  for (const tree of scene.trees) paintTree(stage, tree);
  for (const lamp of scene.lamps) paintPost(stage, lamp);
  // Light last, over everything: a lantern's halo isn't cut off by what stands beside it.
  for (const lamp of scene.lamps) paintLantern(stage, lamp);
}

function paintPost(stage: Stage, lamp: Lamp): void {
  const { right } = stage.view;
  const corner = (aside: number, y: number) => ({
    x: lamp.x + right.x * aside,
    y,
    z: lamp.z + right.z * aside,
  });
  const post = [corner(-0.08, 0), corner(0.08, 0), corner(0.05, lamp.height), corner(-0.05, lamp.height)];
  paintFace(stage, post, { x: 0, y: 0.2, z: -1 }, [0.05, 0.05, 0.055]);
}

function paintLantern(stage: Stage, lamp: Lamp): void {
  const at = { x: lamp.x, y: lamp.height, z: lamp.z };
  const [r, g, b] = lamp.colour;
  const display = (gain: number) => [expose(r * gain), expose(g * gain), expose(b * gain)] as const;
  paintLight(stage, at, 2.6, display(0.14));
  paintLight(stage, at, 0.55, display(2));
}

/** A crown of noise on a trunk, brighter on the side its nearest lamps shine from. */
function paintTree(stage: Stage, tree: Tree): void {
  const { view, picture, scene } = stage;
  const { right } = view;
  const trunk = (aside: number, y: number) => ({
    x: tree.x + right.x * aside,
    y,
    z: tree.z + right.z * aside,
  });
  const fork = tree.height - tree.radius;
  const bark = [trunk(-0.17, 0), trunk(0.17, 0), trunk(0.1, fork), trunk(-0.1, fork)];
  paintFace(stage, bark, { x: 0, y: 0.1, z: -1 }, [0.09, 0.075, 0.06]);
  const middle = project(view, { x: tree.x, y: tree.height - tree.radius * 0.9, z: tree.z });
  if (middle === undefined) return;
  const radius = tree.radius * view.focal * middle.near;
  const light = { r: 0, g: 0, b: 0 };
  const rows = [
    Math.max(0, Math.floor(middle.y - radius)),
    Math.min(view.height - 1, Math.ceil(middle.y + radius)),
  ];
  const columns = [
    Math.max(0, Math.floor(middle.x - radius)),
    Math.min(view.width - 1, Math.ceil(middle.x + radius)),
  ];
  for (let row = rows[0]!; row <= rows[1]!; row++) {
    for (let column = columns[0]!; column <= columns[1]!; column++) {
      const u = (column - middle.x) / radius;
      const v = (row - middle.y) / radius;
      const pixel = row * view.width + column;
      if (picture.nearness[pixel]! > middle.near) continue;
      const leaf =
        smoothNoise(u * 9 + 40, v * 9, tree.seed) * 0.6 + smoothNoise(u * 23, v * 23 + 9, tree.seed) * 0.4;
      if (u * u + v * v > 0.45 + 0.55 * leaf) continue;
      const at = {
        x: tree.x + right.x * u * tree.radius,
        y: tree.height - tree.radius * (0.9 + v),
        z: tree.z - 0.5,
      };
      const normal = { x: right.x * u * 0.6, y: -v * 0.5, z: -0.6 };
      lightAt(scene.lamps, scene.ambient, at, normal, light);
      const depth = 0.35 + 1.1 * leaf * leaf;
      picture.rgb[pixel * 3] = expose(0.085 * depth * light.r);
      picture.rgb[pixel * 3 + 1] = expose(0.1 * depth * light.g);
      picture.rgb[pixel * 3 + 2] = expose(0.055 * depth * light.b);
      picture.nearness[pixel] = middle.near;
    }
  }
}
