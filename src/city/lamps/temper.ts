import { chance } from '../plan/seeded-chance.ts';

/** How a lamp takes an order: does it; says yes and stays as it is; says no, for somebody works on it. */
export type LampTemper = 'obeys' | 'lies' | 'locked';
/** How a cabinet's gateway takes one: at once; after a while; not at all. */
export type CabinetTemper = 'prompt' | 'slow' | 'mute';

/** The same thing always behaves the same in a city of one seed. */
const drawOf = (seed: number, id: string): number => chance(seed, `temper ${id}`).float();

export function lampTemper(seed: number, id: string): LampTemper {
  const draw = drawOf(seed, id);
  if (draw < 0.03) return 'lies';
  return draw < 0.04 ? 'locked' : 'obeys';
}

export function cabinetTemper(seed: number, id: string): CabinetTemper {
  const draw = drawOf(seed, id);
  if (draw < 0.02) return 'mute';
  return draw < 0.15 ? 'slow' : 'prompt';
}
