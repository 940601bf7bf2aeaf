/**
 * What a camera looks at. Metres, x to the right, y up, z away from the camera, which stands at x = z = 0.
 * Light is linear (1 = paper white in bright light); angles are degrees.
 */

/** Red, green, blue; linear light in scenes, 0–255 once exposed. */
export type Rgb = readonly [number, number, number];

/** A point on the ground. */
export interface GroundPoint {
  readonly x: number;
  readonly z: number;
}

/** Where the camera hangs: yaw to the right, pitch upwards (so negative looks down). */
export interface Viewpoint {
  readonly height: number;
  readonly yaw: number;
  readonly pitch: number;
  readonly fieldOfView: number;
}

/** A building: an upright box with rows of windows on every side. */
export interface House {
  readonly x0: number;
  readonly x1: number;
  readonly z0: number;
  readonly z1: number;
  readonly height: number;
  readonly tone: Rgb;
  readonly seed: number;
  /** Share of windows with light behind them. */
  readonly lit: number;
  readonly shops: boolean;
}

/** A rectangle of ground; later ones lie over earlier ones. */
export interface Surface {
  readonly x0: number;
  readonly x1: number;
  readonly z0: number;
  readonly z1: number;
  readonly tone: Rgb;
  /** How much of the sky and the lights it mirrors, 0–1. */
  readonly wet: number;
  /** Painted only for `on` metres of each `period` along the axis. */
  readonly dash?: { readonly axis: 'x' | 'z'; readonly period: number; readonly on: number };
}

export interface Lamp {
  readonly x: number;
  readonly z: number;
  readonly height: number;
  readonly colour: Rgb;
  readonly power: number;
}

export interface Tree {
  readonly x: number;
  readonly z: number;
  readonly height: number;
  readonly radius: number;
  readonly seed: number;
}

export type MoverKind = 'car' | 'tram' | 'bus' | 'walker' | 'cyclist';

/** A plain upright box: parked cars' kin, shelters, kiosks, walls, benches. */
export interface Solid {
  readonly at: GroundPoint;
  readonly heading: number;
  readonly length: number;
  readonly width: number;
  readonly bottom: number;
  readonly top: number;
  readonly tone: Rgb;
  /** Light of its own, as of a shelter's ceiling or a sign. */
  readonly glow?: Rgb;
}

/**
 * A procession: `count` equal movers spread evenly along a path. During one loop each advances to where
 * the one `laps` places ahead of it stood, so the end of the loop meets its beginning.
 */
export interface Traffic {
  readonly kind: MoverKind;
  readonly path: readonly GroundPoint[];
  readonly count: number;
  readonly laps: number;
  /** 0–1, shifts the procession along its spacing. */
  readonly phase: number;
  /** Comes to rest halfway through the loop and sets off again. */
  readonly halts?: boolean;
  readonly tone: Rgb;
}

/** A thing that stands still for the whole loop: a parked car, someone waiting. */
export interface Standing {
  readonly kind: MoverKind;
  readonly at: GroundPoint;
  readonly heading: number;
  readonly tone: Rgb;
}

export interface Scene {
  readonly view: Viewpoint;
  /** Light of the whole night sky on everything. */
  readonly ambient: Rgb;
  readonly houses: readonly House[];
  readonly surfaces: readonly Surface[];
  readonly lamps: readonly Lamp[];
  readonly trees: readonly Tree[];
  readonly solids: readonly Solid[];
  readonly standing: readonly Standing[];
  readonly traffic: readonly Traffic[];
  readonly seed: number;
}
