import type { Rgb, Scene, Solid } from '../scene/model.ts';
import {
  band,
  frontage,
  GRASS,
  LED,
  lampRow,
  line,
  PAINT,
  PAVING,
  rails,
  SLABS,
  terrace,
  treeRow,
} from './builders.ts';

/** The colour of Dijon's trams: blackcurrant. */
const CASSIS: Rgb = [0.34, 0.03, 0.16];

/** Two platforms and a tram that calls, as on place Darcy. */
export function tramStop(seed: number): Scene {
  return {
    view: { height: 6.8, yaw: -14, pitch: -10, fieldOfView: 64 },
    ambient: [0.013, 0.014, 0.018],
    houses: [
      ...terrace({ side: -1, front: -26, from: 0, to: 150, seed, height: 17, lit: 0.2, shops: true }),
      ...terrace({ side: 1, front: 13, from: 4, to: 150, seed: seed + 4, height: 18, lit: 0.2, shops: true }),
      ...frontage({ front: 152, from: -60, to: 60, seed: seed + 2, height: 19, lit: 0.24 }),
    ],
    surfaces: [
      band(-80, 80, PAVING, 0.5),
      band(-26, -14, SLABS, 0.5),
      band(-7.6, -0.4, GRASS, 0.1, 46),
      band(-7.6, -0.4, [0.2, 0.2, 0.2], 0.7, -5, 46),
      ...rails(-5.8),
      ...rails(-2.2),
      ...[-10.6, -0.3].map((x) => band(x, x + 2.9, [0.4, 0.39, 0.37], 0.55, 10, 46)),
      line(-7.9, 0.16, PAINT, undefined, 10, 46),
      line(-0.1, 0.16, PAINT, undefined, 10, 46),
    ],
    lamps: [
      ...lampRow(-9.8, 12, 48, 11, { height: 5, colour: LED, power: 12 }),
      ...lampRow(2.3, 12, 48, 11, { height: 5, colour: LED, power: 12 }),
      ...lampRow(9.5, 14, 140, 24, { height: 7, colour: LED, power: 22 }),
      ...lampRow(-17, 20, 140, 24, { height: 7, colour: LED, power: 22 }),
    ],
    trees: [...treeRow(-13, 54, 140, 11, 8, seed), ...treeRow(5.5, 56, 140, 12, 7.5, seed + 5)],
    solids: [...shelter(2.2, 20), ...shelter(2.2, 36), ...shelter(-10.2, 28)],
    standing: [
      { kind: 'walker', at: { x: 1, z: 24 }, heading: -90, tone: [0.06, 0.07, 0.1] },
      { kind: 'walker', at: { x: 1.4, z: 27.5 }, heading: -60, tone: [0.12, 0.06, 0.06] },
      { kind: 'walker', at: { x: -9.2, z: 24 }, heading: 100, tone: [0.1, 0.1, 0.08] },
    ],
    traffic: [
      {
        kind: 'tram',
        path: [
          { x: -2.2, z: 210 },
          { x: -2.2, z: -160 },
        ],
        count: 1,
        laps: 1,
        phase: 0.935,
        halts: true,
        tone: CASSIS,
      },
      {
        kind: 'walker',
        path: [
          { x: 8, z: 100 },
          { x: 7.6, z: -5 },
        ],
        count: 4,
        laps: 1,
        phase: 0.3,
        tone: [0.07, 0.07, 0.09],
      },
      {
        kind: 'walker',
        path: [
          { x: -22, z: -5 },
          { x: -21, z: 110 },
        ],
        count: 4,
        laps: 1,
        phase: 0.6,
        tone: [0.12, 0.1, 0.07],
      },
      {
        kind: 'cyclist',
        path: [
          { x: -15.5, z: 140 },
          { x: -15.5, z: -8 },
        ],
        count: 2,
        laps: 1,
        phase: 0.5,
        tone: [0.1, 0.1, 0.14],
      },
    ],
    seed,
  };
}

/** A glass shelter: lit ceiling on four posts, a poster at one end. */
function shelter(x: number, z: number): readonly Solid[] {
  const dark: Rgb = [0.06, 0.06, 0.065];
  const posts = [-1.9, 1.9].map((offset) => ({
    at: { x, z: z + offset },
    heading: 0,
    length: 0.1,
    width: 0.1,
    bottom: 0,
    top: 2.5,
    tone: dark,
  }));
  return [
    {
      at: { x, z: z + 2.2 },
      heading: 0,
      length: 0.15,
      width: 1.2,
      bottom: 0.3,
      top: 2.2,
      tone: dark,
      glow: [0.42, 0.44, 0.46],
    },
    ...posts,
    {
      at: { x, z },
      heading: 0,
      length: 4.4,
      width: 1.5,
      bottom: 2.5,
      top: 2.62,
      tone: dark,
      glow: [0.02, 0.02, 0.02],
    },
    {
      at: { x, z },
      heading: 0,
      length: 4,
      width: 1.2,
      bottom: 2.42,
      top: 2.5,
      tone: dark,
      glow: [0.7, 0.68, 0.6],
    },
  ];
}
