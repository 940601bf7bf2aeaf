import type { Rgb, Scene } from '../scene/model.ts';
import {
  ASPHALT,
  band,
  KERB,
  LED,
  lampRow,
  line,
  PAINT,
  PAVING,
  terrace,
  treeRow,
  WARM,
} from './builders.ts';

/** The red of a French cycle track. */
const TRACK: Rgb = [0.2, 0.075, 0.05];

/** The canal: all it shows is mirrored. */
const WATER: Rgb = [0.012, 0.016, 0.02];

/** A two-way cycle track beside a road (Sévigné), with an even seed along water (quai Nicolas-Rolin). */
export function bikeLane(seed: number): Scene {
  const quay = seed % 2 === 0;
  const lamp = { height: 6.5, colour: quay ? LED : WARM, power: 24 };
  return {
    view: { height: 5.6, yaw: quay ? -6 : 9, pitch: quay ? -10 : -8, fieldOfView: 64 },
    ambient: [0.012, 0.013, 0.016],
    houses: [
      ...terrace({
        side: -1,
        front: quay ? -38 : -9.5,
        from: 0,
        to: 200,
        seed,
        height: 14,
        lit: quay ? 0.35 : 0.2,
      }),
      ...terrace({
        side: 1,
        front: 21,
        from: 0,
        to: 200,
        seed: seed + 2,
        height: 16,
        lit: 0.22,
        shops: true,
      }),
    ],
    surfaces: [
      band(-70, 70, PAVING, 0.35),
      ...(quay ? [band(-30, -8, WATER, 1), band(-8, -7.4, KERB, 0.3)] : []),
      band(-1.6, 2.2, TRACK, 0.65),
      line(0.3, 0.1, PAINT, { period: 3, on: 1.2 }),
      band(2.2, 3.4, [0.07, 0.09, 0.045], 0.1),
      band(3.4, 3.6, KERB, 0.3),
      band(3.6, 13.6, ASPHALT, 0.8),
      band(13.6, 13.8, KERB, 0.3),
      line(8.6, 0.14, PAINT, { period: 6, on: 3 }),
      ...[12, 34, 60, 92].map((z) => ({ ...band(-0.9, -0.4, PAINT, 0.2, z, z + 1.5) })),
      ...[16, 40, 70].map((z) => ({ ...band(1, 1.5, PAINT, 0.2, z, z + 1.5) })),
    ],
    lamps: [
      ...lampRow(2.8, 14, 190, 24, lamp),
      ...lampRow(14.6, 26, 190, 24, { ...lamp, height: 8, power: 28 }),
    ],
    trees: [
      ...treeRow(quay ? -6.4 : 2.8, 21, 180, 12, 6.5, seed + 3),
      ...treeRow(16.5, 16, 180, 12, 7, seed + 4),
    ],
    solids: [],
    standing: [8, 14, 32, 38, 44, 56].map((z, i) => ({
      kind: 'car',
      at: { x: 12.5, z: z + 12 },
      heading: 0,
      tone: i % 2 === 0 ? ([0.2, 0.2, 0.21] as const) : ([0.06, 0.07, 0.1] as const),
    })),
    traffic: [
      {
        kind: 'cyclist',
        path: [
          { x: 1.2, z: -6 },
          { x: 1.2, z: 150 },
        ],
        count: 2,
        laps: 1,
        phase: 0.12,
        tone: [0.1, 0.14, 0.2],
      },
      {
        kind: 'cyclist',
        path: [
          { x: -0.7, z: 150 },
          { x: -0.7, z: -6 },
        ],
        count: 2,
        laps: 1,
        phase: 0.45,
        tone: [0.22, 0.17, 0.05],
      },
      {
        kind: 'cyclist',
        path: [
          { x: -0.4, z: 150 },
          { x: -0.4, z: -6 },
        ],
        count: 2,
        laps: 1,
        phase: 0.52,
        tone: [0.1, 0.1, 0.1],
      },
      {
        kind: 'car',
        path: [
          { x: 11, z: -8 },
          { x: 11, z: 220 },
        ],
        count: 2,
        laps: 1,
        phase: 0.7,
        tone: [0.3, 0.3, 0.32],
      },
      {
        kind: 'car',
        path: [
          { x: 6.2, z: 220 },
          { x: 6.2, z: -8 },
        ],
        count: 2,
        laps: 1,
        phase: 0.25,
        tone: [0.06, 0.06, 0.07],
      },
      {
        kind: 'walker',
        path: [
          { x: -5.4, z: 110 },
          { x: -5, z: -4 },
        ],
        count: 4,
        laps: 1,
        phase: 0.4,
        tone: [0.08, 0.07, 0.09],
      },
    ],
    seed,
  };
}
