import type { Rgb, Scene, Standing } from '../scene/model.ts';
import { hash } from '../scene/noise.ts';
import { ASPHALT, band, frontage, LED, lampRow, line, PAINT, PAVING, terrace, treeRow } from './builders.ts';

const PAINTWORK: readonly Rgb[] = [
  [0.3, 0.3, 0.31],
  [0.05, 0.05, 0.055],
  [0.16, 0.16, 0.17],
  [0.15, 0.035, 0.035],
  [0.05, 0.07, 0.11],
  [0.2, 0.17, 0.12],
];

/** Rows of bays seen from a high mast, as the parking Trémouille. */
export function carPark(seed: number): Scene {
  const bays = [-22, -6.4, 6.4, 22];
  return {
    view: { height: 12, yaw: 4, pitch: -20, fieldOfView: 66 },
    ambient: [0.014, 0.015, 0.018],
    houses: [
      ...frontage({ front: 92, from: -90, to: 90, seed, height: 14, lit: 0.25 }),
      ...terrace({ side: -1, front: -42, from: 10, to: 90, seed: seed + 1, height: 13, lit: 0.22 }),
    ],
    surfaces: [
      band(-90, 90, PAVING, 0.35),
      band(-30, 32, ASPHALT, 0.7, -5, 84),
      ...bays.flatMap((x) => [
        { ...band(x - 2.6, x + 2.6, PAINT, 0.2, 8, 80), dash: { axis: 'z', period: 2.6, on: 0.11 } } as const,
      ]),
      line(-3.7, 0.11, PAINT, undefined, 8, 80),
      line(3.7, 0.11, PAINT, undefined, 8, 80),
      band(-1.2, 1.2, [0.08, 0.1, 0.05], 0.1, 8, 80),
    ],
    lamps: [
      ...lampRow(0, 16, 84, 22, { height: 10, colour: LED, power: 60 }),
      ...lampRow(-27, 20, 84, 26, { height: 9, colour: LED, power: 46 }),
      ...lampRow(28, 24, 84, 26, { height: 9, colour: LED, power: 46 }),
    ],
    trees: [
      ...treeRow(0, 27, 80, 22, 6, seed),
      ...treeRow(-34, 20, 80, 10, 8, seed + 3),
      ...treeRow(37, 16, 84, 11, 8, seed + 4),
    ],
    solids: [
      {
        at: { x: 12.5, z: 14 },
        heading: 0,
        length: 0.7,
        width: 0.9,
        bottom: 0,
        top: 1.7,
        tone: [0.1, 0.1, 0.12],
        glow: [0.02, 0.05, 0.09],
      },
    ],
    standing: bays.flatMap((x, row) => parked(x, row, seed)),
    traffic: [
      {
        kind: 'car',
        path: [
          { x: 14.5, z: -6 },
          { x: 14.5, z: 82 },
          { x: 60, z: 86 },
        ],
        count: 1,
        laps: 1,
        phase: 0.15,
        tone: [0.2, 0.05, 0.045],
      },
      {
        kind: 'car',
        path: [
          { x: -70, z: 86 },
          { x: -15, z: 83 },
          { x: -13.5, z: 78 },
          { x: -13.5, z: -6 },
        ],
        count: 1,
        laps: 1,
        phase: 0.55,
        tone: [0.3, 0.3, 0.32],
      },
      {
        kind: 'walker',
        path: [
          { x: 45, z: 90 },
          { x: 17, z: 82 },
          { x: 11.5, z: -3 },
        ],
        count: 5,
        laps: 1,
        phase: 0.35,
        tone: [0.08, 0.08, 0.1],
      },
      {
        kind: 'walker',
        path: [
          { x: -36, z: 30 },
          { x: -17, z: 34 },
          { x: -16.5, z: -3 },
        ],
        count: 3,
        laps: 1,
        phase: 0.8,
        tone: [0.14, 0.1, 0.07],
      },
    ],
    seed,
  };
}

/** Two cars of three bays are taken. */
function parked(x: number, row: number, seed: number): readonly Standing[] {
  return Array.from({ length: 27 }, (_, i) => i)
    .filter((i) => hash(i, row, seed) < 0.64)
    .map((i) => ({
      kind: 'car' as const,
      at: { x: x + 0.3 * (hash(i, row, seed + 1) - 0.5), z: 9.4 + i * 2.6 },
      heading: hash(i, row, seed + 2) < 0.5 ? 90 : -90,
      tone: PAINTWORK[Math.floor(hash(i, row, seed + 3) * PAINTWORK.length)]!,
    }))
    .reverse();
}
