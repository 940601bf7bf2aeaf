import type { Scene, Surface } from '../scene/model.ts';
import { ASPHALT, band, frontage, line, PAINT, PAVING, SODIUM, terrace, WARM, zebra } from './builders.ts';

/** Two roads that cross, with traffic both ways, as on place Wilson. */
export function junction(seed: number): Scene {
  return {
    view: { height: 9, yaw: -10, pitch: -14, fieldOfView: 68 },
    ambient: [0.013, 0.013, 0.016],
    houses: [
      ...terrace({ side: -1, front: -11, from: 48, to: 200, seed, height: 17, lit: 0.2, shops: true }),
      ...terrace({
        side: 1,
        front: 11,
        from: 48,
        to: 200,
        seed: seed + 1,
        height: 16,
        lit: 0.2,
        shops: true,
      }),
      ...frontage({ front: 46, from: -95, to: -11, seed: seed + 2, height: 16, lit: 0.18, shops: true }),
      ...frontage({ front: 46, from: 11, to: 95, seed: seed + 3, height: 17, lit: 0.2 }),
      ...terrace({ side: -1, front: -13, from: -6, to: 15, seed: seed + 5, height: 15, lit: 0.2 }),
    ],
    surfaces: [
      band(-120, 120, PAVING, 0.4),
      band(-7, 7, ASPHALT, 0.8),
      band(-120, 120, ASPHALT, 0.8, 21, 39),
      line(0, 0.16, PAINT, undefined, -5, 17),
      line(0, 0.16, PAINT, { period: 5, on: 2 }, 43, 200),
      across(30, 0.16, -120, -8),
      across(30, 0.16, 8, 120),
      { ...across(25.5, 0.12, -120, -8), dash: { axis: 'x', period: 5, on: 2 } },
      { ...across(34.5, 0.12, 8, 120), dash: { axis: 'x', period: 5, on: 2 } },
      zebra(-6.6, 6.6, 16.6, 3.2),
      zebra(-6.6, 6.6, 40.4, 3.2),
      crossing(-11.4),
      crossing(8.2),
    ],
    lamps: [
      ...[
        [-9, 18],
        [9, 18],
        [-9, 43],
        [9, 43],
      ].map(([x, z]) => ({ x: x!, z: z!, height: 9.5, colour: SODIUM, power: 36 })),
      ...[-62, -36, 36, 62].map((x) => ({ x, z: 42.5, height: 9, colour: SODIUM, power: 34 })),
      ...[68, 95, 122, 150].map((z, i) => ({
        x: i % 2 === 0 ? -8.4 : 8.4,
        z,
        height: 8.5,
        colour: WARM,
        power: 28,
      })),
    ],
    trees: [],
    solids: [],
    standing: [
      { kind: 'car', at: { x: 2.2, z: 12 }, heading: 0, tone: [0.2, 0.05, 0.05] },
      { kind: 'walker', at: { x: 8.6, z: 17 }, heading: -90, tone: [0.08, 0.08, 0.1] },
    ],
    traffic: [
      {
        kind: 'car',
        path: [
          { x: -125, z: 27.6 },
          { x: 125, z: 27.6 },
        ],
        count: 5,
        laps: 3,
        phase: 0.2,
        tone: [0.32, 0.32, 0.33],
      },
      {
        kind: 'car',
        path: [
          { x: 125, z: 32.4 },
          { x: -125, z: 32.4 },
        ],
        count: 5,
        laps: 3,
        phase: 0.75,
        tone: [0.05, 0.09, 0.2],
      },
      {
        kind: 'car',
        path: [
          { x: 125, z: 36.6 },
          { x: -125, z: 36.6 },
        ],
        count: 3,
        laps: 2,
        phase: 0.55,
        tone: [0.2, 0.05, 0.045],
      },
      {
        kind: 'bus',
        path: [
          { x: -130, z: 23.4 },
          { x: 130, z: 23.4 },
        ],
        count: 1,
        laps: 1,
        phase: 0.06,
        tone: [0.38, 0.36, 0.34],
      },
      {
        kind: 'walker',
        path: [
          { x: 14, z: 43.6 },
          { x: 9.5, z: 41 },
          { x: 9.6, z: 19 },
          { x: 15, z: -4 },
        ],
        count: 3,
        laps: 1,
        phase: 0.5,
        tone: [0.1, 0.08, 0.07],
      },
      {
        kind: 'walker',
        path: [
          { x: -60, z: 44 },
          { x: 60, z: 44 },
        ],
        count: 5,
        laps: 1,
        phase: 0.25,
        tone: [0.07, 0.08, 0.11],
      },
    ],
    seed,
  };
}

/** A painted line across the view. */
function across(z: number, width: number, x0: number, x1: number): Surface {
  return { x0, x1, z0: z - width / 2, z1: z + width / 2, tone: PAINT, wet: 0.25 };
}

/** A pedestrian crossing of the road that runs across the view. */
function crossing(x0: number): Surface {
  return {
    x0,
    x1: x0 + 3.2,
    z0: 21.4,
    z1: 38.6,
    tone: PAINT,
    wet: 0.2,
    dash: { axis: 'z', period: 1, on: 0.5 },
  };
}
