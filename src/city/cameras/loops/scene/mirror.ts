import type { GroundPoint, Scene } from './model.ts';

/** The scene as a mirror shows it: left and right change places. For streets without traffic rules only. */
export function mirrored(scene: Scene): Scene {
  return {
    ...scene,
    view: { ...scene.view, yaw: -scene.view.yaw },
    houses: scene.houses.map(flipped),
    surfaces: scene.surfaces.map(flipped),
    lamps: scene.lamps.map(across),
    trees: scene.trees.map(across),
    solids: scene.solids.map(turned),
    standing: scene.standing.map(turned),
    traffic: scene.traffic.map((traffic) => ({ ...traffic, path: traffic.path.map(across) })),
  };
}

function across<T extends GroundPoint>(thing: T): T {
  return { ...thing, x: -thing.x };
}

function flipped<T extends { readonly x0: number; readonly x1: number }>(area: T): T {
  return { ...area, x0: -area.x1, x1: -area.x0 };
}

function turned<T extends { readonly at: GroundPoint; readonly heading: number }>(thing: T): T {
  return { ...thing, at: across(thing.at), heading: -thing.heading };
}
