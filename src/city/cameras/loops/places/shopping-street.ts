import { mirrored } from '../scene/mirror.ts';
import type { Rgb, Scene, Solid } from '../scene/model.ts';
import { band, LED, lampRow, PAVING, SLABS, SODIUM, terrace } from './builders.ts';

const GUTTER: Rgb = [0.14, 0.14, 0.14];

/** A narrow pedestrian street of shops, as the rue de la Liberté. */
export function shoppingStreet(seed: number): Scene {
  const other = seed % 2 === 0;
  const lamp = { height: 6.2, colour: other ? SODIUM : LED, power: 17 };
  const street: Scene = {
    view: { height: other ? 8 : 6.5, yaw: -6, pitch: other ? -12 : -8, fieldOfView: other ? 54 : 62 },
    ambient: [0.012, 0.013, 0.017],
    houses: [
      ...terrace({ side: -1, front: -6.5, from: -4, to: 46, seed, shops: true, lit: 0.2 }),
      ...terrace({ side: -1, front: -6.5, from: 54, to: 180, seed: seed + 3, shops: true, lit: 0.2 }),
      ...terrace({ side: 1, front: 6.5, from: -4, to: 30, seed: seed + 1, shops: true, lit: 0.16 }),
      ...terrace({ side: 1, front: 6.5, from: 38, to: 180, seed: seed + 2, shops: true, lit: 0.2 }),
      {
        x0: -12,
        x1: 14,
        z0: 182,
        z1: 196,
        height: 19,
        tone: [0.48, 0.43, 0.36],
        seed,
        lit: 0.25,
        shops: true,
      },
    ],
    surfaces: [
      band(-60, 60, PAVING, 0.55),
      band(-3.2, 3.2, SLABS, 0.75),
      band(-3.35, -3.2, GUTTER, 0.9),
      band(3.2, 3.35, GUTTER, 0.9),
      { ...band(-3.2, 3.2, [0.28, 0.265, 0.24], 0.7), dash: { axis: 'z', period: 2.4, on: 0.14 } },
    ],
    lamps: [...lampRow(-4.6, 12, 170, 22, lamp), ...lampRow(4.6, 23, 170, 22, lamp)],
    trees: [],
    solids: [bench(-4.9, 17), bench(4.9, 27), bench(-4.9, 39)],
    standing: other
      ? []
      : [
          { kind: 'walker', at: { x: 1.4, z: 23 }, heading: 110, tone: [0.06, 0.06, 0.08] },
          { kind: 'walker', at: { x: 2.1, z: 23.4 }, heading: -80, tone: [0.12, 0.07, 0.06] },
        ],
    traffic: [
      // Out of the side streets, so that nobody appears from nothing.
      {
        kind: 'walker',
        path: [
          { x: -14, z: 50 },
          { x: -4, z: 49 },
          { x: -0.9, z: -4 },
        ],
        count: 3,
        laps: 1,
        phase: 0.35,
        tone: [0.07, 0.08, 0.11],
      },
      {
        kind: 'walker',
        path: [
          { x: -14, z: 50.7 },
          { x: -4, z: 49.7 },
          { x: -0.2, z: -4 },
        ],
        count: 3,
        laps: 1,
        phase: 0.33,
        tone: [0.14, 0.12, 0.1],
      },
      {
        kind: 'walker',
        path: [
          { x: 3.8, z: -4 },
          { x: 4, z: 33 },
          { x: 16, z: 34 },
        ],
        count: 2,
        laps: 1,
        phase: 0.1,
        tone: [0.12, 0.05, 0.05],
      },
      {
        kind: 'walker',
        path: [
          { x: 0, z: 170 },
          { x: 0.4, z: 52 },
          { x: -14, z: 51 },
        ],
        count: 6,
        laps: 1,
        phase: 0.6,
        tone: [0.05, 0.05, 0.06],
      },
      ...(other
        ? [
            {
              kind: 'cyclist',
              path: [
                { x: 0.6, z: 170 },
                { x: 1.4, z: -6 },
              ],
              count: 2,
              laps: 1,
              phase: 0.2,
              tone: [0.08, 0.12, 0.14],
            } as const,
          ]
        : []),
    ],
    seed,
  };
  return other ? mirrored(street) : street;
}

function bench(x: number, z: number): Solid {
  return {
    at: { x, z },
    heading: 0,
    length: 1.8,
    width: 0.5,
    bottom: 0.3,
    top: 0.48,
    tone: [0.12, 0.08, 0.05],
  };
}
