import type { Rgb, Scene, Solid } from '../scene/model.ts';
import { ASPHALT, band, GRASS, KERB, lampRow, line, PAINT, SODIUM, treeRow, WARM } from './builders.ts';

/** The sandy gravel of a promenade. */
const GRAVEL: Rgb = [0.3, 0.25, 0.18];

/** A promenade under old trees beside a road, as the cours Général-de-Gaulle. */
export function parkEdge(seed: number): Scene {
  return {
    view: { height: 5.8, yaw: -7, pitch: -7, fieldOfView: 62 },
    ambient: [0.01, 0.011, 0.014],
    houses: [],
    surfaces: [
      band(-200, 200, GRASS, 0.05),
      band(-4, 2.4, GRAVEL, 0.3),
      band(-4.15, -4, KERB, 0.3),
      band(2.4, 2.55, KERB, 0.3),
      band(-15.5, -9, ASPHALT, 0.85),
      band(-9, -8.8, KERB, 0.3),
      line(-12.2, 0.14, PAINT, { period: 6, on: 2.4 }),
    ],
    lamps: [
      ...lampRow(3.2, 13, 190, 20, { height: 4.6, colour: WARM, power: 13 }),
      ...lampRow(-8.2, 24, 190, 30, { height: 8, colour: SODIUM, power: 26 }),
    ],
    trees: [
      ...treeRow(-20, 20, 190, 9, 12, seed + 1),
      ...treeRow(-6.4, 16, 190, 13, 11, seed + 2),
      ...treeRow(5.6, 14, 190, 11, 11.5, seed + 3),
      ...treeRow(14, 10, 190, 9, 13, seed + 4),
      ...treeRow(22, 14, 190, 10, 14, seed + 5),
      ...treeRow(-30, 30, 190, 10, 14, seed + 6),
    ].toSorted((a, b) => b.z - a.z),
    solids: [bench(1.8, 19), bench(1.8, 31), bench(1.8, 47), bench(-3.5, 25)],
    standing: [],
    traffic: [
      {
        kind: 'walker',
        path: [
          { x: -1.4, z: 130 },
          { x: -1.2, z: -4 },
        ],
        count: 4,
        laps: 1,
        phase: 0.3,
        tone: [0.08, 0.09, 0.12],
      },
      {
        kind: 'walker',
        path: [
          { x: -0.6, z: 130 },
          { x: -0.4, z: -4 },
        ],
        count: 4,
        laps: 1,
        phase: 0.28,
        tone: [0.14, 0.08, 0.07],
      },
      {
        kind: 'walker',
        path: [
          { x: 0.9, z: -4 },
          { x: 0.9, z: 150 },
        ],
        count: 3,
        laps: 1,
        phase: 0.7,
        tone: [0.14, 0.14, 0.13],
      },
      {
        kind: 'car',
        path: [
          { x: -10.6, z: -10 },
          { x: -10.6, z: 220 },
        ],
        count: 1,
        laps: 1,
        phase: 0.1,
        tone: [0.18, 0.05, 0.05],
      },
      {
        kind: 'car',
        path: [
          { x: -13.8, z: 220 },
          { x: -13.8, z: -10 },
        ],
        count: 2,
        laps: 1,
        phase: 0.55,
        tone: [0.2, 0.2, 0.22],
      },
    ],
    seed,
  };
}

function bench(x: number, z: number): Solid {
  return {
    at: { x, z },
    heading: 0,
    length: 1.9,
    width: 0.5,
    bottom: 0.3,
    top: 0.5,
    tone: [0.14, 0.1, 0.06],
  };
}
