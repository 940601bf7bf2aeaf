import type { StreetClass } from './types.ts';

/** How a class of street is lit: lamps on alternating sides or on one, metres from lamp to lamp along the axis. */
export type Lighting = {
  readonly every: number;
  readonly sides: 'alternate' | 'one' | 'middle';
  /** metres from the axis */
  readonly offset: number;
  /** W and m, usual of LED retrofits under EN 13201 classes M3 to P5 */
  readonly power: number;
  readonly height: number;
};

const BY_CLASS: Readonly<Record<StreetClass, Lighting>> = {
  boulevard: { every: 13, sides: 'alternate', offset: 8, power: 88, height: 10 }, // 26 m on each side
  avenue: { every: 15, sides: 'alternate', offset: 5.5, power: 72, height: 9 }, // 30 m on each side
  street: { every: 24, sides: 'one', offset: 3.2, power: 42, height: 7 },
  lane: { every: 22, sides: 'one', offset: 2.5, power: 27, height: 5 },
  ring: { every: 32, sides: 'middle', offset: 0, power: 120, height: 12 },
};
const OUT_OF_TOWN: Lighting = { every: 32, sides: 'one', offset: 5, power: 58, height: 9 };

/** How a stretch is lit; undefined where a route crosses the fields in the dark. */
export function lightingOf(kind: StreetClass, urbanity: number, route: boolean): Lighting | undefined {
  if (kind !== 'avenue') return BY_CLASS[kind];
  if (urbanity > -0.1) return BY_CLASS.avenue;
  return route && urbanity < -0.2 ? undefined : OUT_OF_TOWN;
}
