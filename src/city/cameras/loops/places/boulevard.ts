import type { Scene } from '../scene/model.ts';
import {
  ASPHALT,
  band,
  KERB,
  lampRow,
  line,
  PAINT,
  PAVING,
  SODIUM,
  terrace,
  treeRow,
  WARM,
  zebra,
} from './builders.ts';

/** Four lanes: a boulevard between trees (Brosses), or with an even seed a street of shops without (Auxonne). */
export function boulevard(seed: number): Scene {
  const street = seed % 2 === 0;
  const front = street ? 10.6 : 15;
  const lamp = { height: 9, colour: street ? WARM : SODIUM, power: street ? 30 : 40 };
  return {
    view: { height: 7.5, yaw: street ? -8 : 6, pitch: street ? -12 : -9, fieldOfView: street ? 66 : 60 },
    ambient: [0.012, 0.012, 0.015],
    houses: [
      ...terrace({
        side: -1,
        front: -front,
        from: 0,
        to: 260,
        seed,
        height: street ? 13 : 17,
        lit: 0.2,
        shops: street,
      }),
      ...terrace({
        side: 1,
        front,
        from: 0,
        to: 260,
        seed: seed + 9,
        height: street ? 14 : 18,
        lit: 0.17,
        shops: true,
      }),
    ],
    surfaces: [
      band(-70, 70, PAVING, 0.35),
      band(-7.4, 7.4, ASPHALT, 0.8),
      band(-7.6, -7.4, KERB, 0.3),
      band(7.4, 7.6, KERB, 0.3),
      line(0, 0.16, PAINT),
      line(-3.6, 0.14, PAINT, { period: 6, on: 2.4 }),
      line(3.6, 0.14, PAINT, { period: 6, on: 2.4 }),
      zebra(-7, 7, street ? 34 : 13),
    ],
    lamps: [...lampRow(-8.6, 10, 230, 27, lamp), ...lampRow(8.6, 23, 230, 27, lamp)],
    trees: street
      ? []
      : [...treeRow(-11, 18, 200, 12, 8, seed + 1), ...treeRow(11, 12, 200, 12, 8.5, seed + 2)],
    solids: [],
    standing: [],
    traffic: [
      {
        kind: 'car',
        path: [
          { x: 5.5, z: -8 },
          { x: 5.5, z: 240 },
        ],
        count: 2,
        laps: 1,
        phase: 0.15,
        tone: [0.2, 0.045, 0.04],
      },
      {
        kind: 'car',
        path: [
          { x: 1.9, z: -8 },
          { x: 1.9, z: 240 },
        ],
        count: 2,
        laps: 2,
        phase: 0.62,
        tone: [0.2, 0.2, 0.22],
      },
      {
        kind: 'car',
        path: [
          { x: -1.9, z: 240 },
          { x: -1.9, z: -8 },
        ],
        count: 2,
        laps: 1,
        phase: 0.4,
        tone: [0.35, 0.35, 0.36],
      },
      {
        kind: 'car',
        path: [
          { x: -5.5, z: 240 },
          { x: -5.5, z: -8 },
        ],
        count: 3,
        laps: 2,
        phase: 0.75,
        tone: [0.06, 0.08, 0.14],
      },
      {
        kind: 'walker',
        path: [
          { x: street ? -9.4 : -12.4, z: 120 },
          { x: street ? -9.4 : -12.4, z: -4 },
        ],
        count: 5,
        laps: 1,
        phase: 0.5,
        tone: [0.08, 0.08, 0.1],
      },
      {
        kind: 'walker',
        path: [
          { x: street ? 9.6 : 12.6, z: -4 },
          { x: street ? 9.6 : 12.6, z: 120 },
        ],
        count: 4,
        laps: 1,
        phase: 0.2,
        tone: [0.14, 0.1, 0.07],
      },
    ],
    seed,
  };
}
