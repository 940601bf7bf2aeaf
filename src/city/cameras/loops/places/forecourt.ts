import type { Rgb, Scene } from '../scene/model.ts';
import { ASPHALT, band, frontage, LED, lampRow, PAINT, rails, SLABS, terrace } from './builders.ts';

const CASSIS: Rgb = [0.34, 0.03, 0.16];
const CREAM: Rgb = [0.5, 0.46, 0.38];

/** The space before a station: a glazed hall, taxis, a tram that crosses, as at Dijon-Ville. */
export function forecourt(seed: number): Scene {
  return {
    view: { height: 8, yaw: 12, pitch: -11, fieldOfView: 68 },
    ambient: [0.015, 0.016, 0.019],
    houses: [
      { x0: -8, x1: 46, z0: 62, z1: 82, height: 12, tone: CREAM, seed, lit: 0.85, shops: true },
      { x0: 10, x1: 28, z0: 58, z1: 82, height: 16.5, tone: CREAM, seed: seed + 1, lit: 0.95, shops: true },
      ...frontage({ front: 66, from: -90, to: -8, seed: seed + 2, height: 13, lit: 0.2 }),
      ...frontage({ front: 66, from: 46, to: 110, seed: seed + 3, height: 15, lit: 0.2 }),
      ...terrace({
        side: -1,
        front: -26,
        from: -4,
        to: 56,
        seed: seed + 4,
        height: 18,
        lit: 0.22,
        shops: true,
      }),
    ],
    surfaces: [
      band(-100, 110, SLABS, 0.6),
      ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) =>
        band(-24, 60, [0.26, 0.25, 0.23], 0.6, 8 + i * 5, 8.4 + i * 5),
      ),
      band(-120, 120, ASPHALT, 0.8, 44, 54),
      ...rails(0).map((rail) => ({ ...rail, x0: -120, x1: 120, z0: rail.x0 + 38, z1: rail.x1 + 38 })),
      ...rails(0).map((rail) => ({ ...rail, x0: -120, x1: 120, z0: rail.x0 + 34.4, z1: rail.x1 + 34.4 })),
      { x0: 14, x1: 24, z0: 44.3, z1: 53.7, tone: PAINT, wet: 0.2, dash: { axis: 'x', period: 1, on: 0.5 } },
    ],
    lamps: [
      ...lampRow(-14, 14, 60, 20, { height: 9, colour: LED, power: 52 }),
      ...lampRow(34, 18, 60, 20, { height: 9, colour: LED, power: 52 }),
      ...[-4, 12, 26, 42].map((x) => ({ x, z: 56, height: 6, colour: LED, power: 26 })),
      { x: 9, z: 24, height: 9, colour: LED, power: 48 },
    ],
    trees: [18, 28].map((z, i) => ({ x: -6 - 3 * i, z, height: 6.5, radius: 2.1, seed: seed + i })),
    solids: [
      {
        at: { x: 19, z: 57.4 },
        heading: 0,
        length: 0.3,
        width: 9,
        bottom: 9,
        top: 10.4,
        tone: [0.05, 0.05, 0.06],
        glow: [0.12, 0.3, 0.62],
      },
    ],
    standing: [
      ...[-4, 1.5, 7].map(
        (x) => ({ kind: 'car', at: { x, z: 45.6 }, heading: 90, tone: [0.06, 0.06, 0.07] }) as const,
      ),
      { kind: 'walker', at: { x: 11, z: 20 }, heading: 20, tone: [0.08, 0.08, 0.1] },
      { kind: 'walker', at: { x: 15, z: 29 }, heading: 200, tone: [0.14, 0.1, 0.07] },
    ],
    traffic: [
      {
        kind: 'tram',
        path: [
          { x: 150, z: 38 },
          { x: -150, z: 38 },
        ],
        count: 1,
        laps: 1,
        phase: 0.04,
        halts: true,
        tone: CASSIS,
      },
      {
        kind: 'car',
        path: [
          { x: -110, z: 51 },
          { x: 120, z: 51 },
        ],
        count: 4,
        laps: 1,
        phase: 0.5,
        tone: [0.3, 0.3, 0.31],
      },
      {
        kind: 'walker',
        path: [
          { x: 19, z: 60 },
          { x: 17, z: 40 },
          { x: 2, z: -3 },
        ],
        count: 3,
        laps: 1,
        phase: 0.15,
        tone: [0.07, 0.08, 0.12],
      },
      {
        kind: 'walker',
        path: [
          { x: 26, z: -2 },
          { x: 22, z: 42 },
          { x: 20, z: 60 },
        ],
        count: 3,
        laps: 1,
        phase: 0.6,
        tone: [0.15, 0.06, 0.06],
      },
      {
        kind: 'walker',
        path: [
          { x: 46, z: 28 },
          { x: -26, z: 22 },
        ],
        count: 3,
        laps: 1,
        phase: 0.8,
        tone: [0.1, 0.1, 0.09],
      },
    ],
    seed,
  };
}
