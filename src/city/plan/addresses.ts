import type { Street } from './types.ts';

/** A postal address: « 41, rue de la Liberté, Dijon ». */
export type Address = {
  /** none on the ring road, where no house stands */
  readonly number?: number;
  readonly street: string;
  readonly commune: string;
  /** all of it on one line, as it is said and written */
  readonly text: string;
};

const PLOT = 9; // metres of front per house

/** The house at `along` metres of a street; odd numbers on the left, even on the right, as in France. */
export function addressAt(street: Street, along: number, side: 'left' | 'right'): Address {
  const { name, commune } = street;
  if (street.class === 'ring') return { street: name, commune, text: `${name}, ${commune}` };
  const inside = Math.min(Math.max(along, 0), street.length);
  const number = 2 * Math.floor(inside / PLOT) + (side === 'left' ? 1 : 2);
  return { number, street: name, commune, text: `${number}, ${name}, ${commune}` };
}
