import type { Scene, Solid } from '../scene/model.ts';
import { band, frontage, LED, lampRow, PAVING, SLABS, STEEL, terrace, treeRow, WARM } from './builders.ts';

/** A large paved square with a fountain, as the place de la République. */
export function square(seed: number): Scene {
  return {
    view: { height: 9, yaw: 9, pitch: -12, fieldOfView: 70 },
    ambient: [0.014, 0.015, 0.019],
    houses: [
      ...frontage({ front: 74, from: -70, to: 22, seed, height: 16, lit: 0.22, shops: true }),
      ...frontage({ front: 74, from: 32, to: 90, seed: seed + 1, height: 18, lit: 0.2, shops: true }),
      ...terrace({
        side: -1,
        front: -34,
        from: 10,
        to: 72,
        seed: seed + 2,
        height: 15,
        lit: 0.2,
        shops: true,
      }),
      ...terrace({ side: 1, front: 52, from: 10, to: 120, seed: seed + 3, height: 16, lit: 0.18 }),
    ],
    surfaces: [
      band(-90, 90, PAVING, 0.5),
      band(-28, 46, SLABS, 0.75, 8, 66),
      ...[-28, -16, -4, 8, 20, 32, 44].map((x) => band(x, x + 0.5, [0.2, 0.19, 0.18], 0.7, 8, 66)),
      ...[8, 20, 32, 44, 56].map((z) => band(-28, 46, [0.2, 0.19, 0.18], 0.7, z, z + 0.5)),
      band(3, 13, STEEL, 1, 32, 40),
    ],
    lamps: [
      ...lampRow(-20, 16, 70, 18, { height: 8, colour: LED, power: 58 }),
      ...lampRow(32, 20, 70, 18, { height: 8, colour: LED, power: 58 }),
      { x: 6, z: 56, height: 8, colour: WARM, power: 70 },
      { x: -4, z: 30, height: 1.1, colour: [0.5, 0.7, 1], power: 5 },
      { x: 20, z: 34, height: 1.1, colour: [0.5, 0.7, 1], power: 5 },
    ],
    trees: [...treeRow(-25, 14, 64, 9, 7.5, seed), ...treeRow(42, 20, 66, 9, 7.5, seed + 6)],
    solids: [
      rim(8, 31.6, 0.8, 10.8),
      rim(8, 40.4, 0.8, 10.8),
      rim(2.6, 36, 9.6, 0.8),
      rim(13.4, 36, 9.6, 0.8),
      kiosk(26, 46),
    ],
    standing: [
      { kind: 'walker', at: { x: -6, z: 24 }, heading: 60, tone: [0.08, 0.08, 0.11] },
      { kind: 'walker', at: { x: -5.2, z: 24.6 }, heading: 200, tone: [0.13, 0.08, 0.06] },
      { kind: 'walker', at: { x: -5.9, z: 25.2 }, heading: 150, tone: [0.06, 0.09, 0.08] },
    ],
    traffic: [
      {
        kind: 'walker',
        path: [
          { x: -30, z: 10 },
          { x: 27, z: 76 },
          { x: 27, z: 95 },
        ],
        count: 5,
        laps: 1,
        phase: 0.2,
        tone: [0.07, 0.07, 0.1],
      },
      {
        kind: 'walker',
        path: [
          { x: 27, z: 95 },
          { x: 26, z: 70 },
          { x: 14, z: 4 },
          { x: 13, z: -3 },
        ],
        count: 4,
        laps: 1,
        phase: 0.65,
        tone: [0.14, 0.06, 0.06],
      },
      {
        kind: 'walker',
        path: [
          { x: 50, z: 26 },
          { x: -33, z: 22 },
        ],
        count: 4,
        laps: 1,
        phase: 0.4,
        tone: [0.1, 0.1, 0.09],
      },
      {
        kind: 'cyclist',
        path: [
          { x: -34, z: 60 },
          { x: 52, z: 52 },
        ],
        count: 1,
        laps: 1,
        phase: 0.1,
        tone: [0.1, 0.14, 0.1],
      },
      {
        kind: 'car',
        path: [
          { x: 90, z: 69 },
          { x: -90, z: 69 },
        ],
        count: 2,
        laps: 1,
        phase: 0.3,
        tone: [0.25, 0.25, 0.27],
      },
    ],
    seed,
  };
}

function rim(x: number, z: number, length: number, width: number): Solid {
  return { at: { x, z }, heading: 0, length, width, bottom: 0, top: 0.55, tone: [0.4, 0.38, 0.34] };
}

function kiosk(x: number, z: number): Solid {
  return {
    at: { x, z },
    heading: 20,
    length: 3,
    width: 4,
    bottom: 0,
    top: 3,
    tone: [0.07, 0.09, 0.08],
    glow: [0.1, 0.085, 0.05],
  };
}
