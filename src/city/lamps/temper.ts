import { chance } from '../plan/seeded-chance.ts';

/** How a lamp takes an order: does it; says yes and stays as it is; says no, for somebody works on it. */
export type LampTemper = 'obeys' | 'lies' | 'locked';
/** How a cabinet's gateway takes an order or a programme: at once; after a while; not at all. */
export type CabinetTemper = 'prompt' | 'slow' | 'mute';

/** Shares of lamps and cabinets that do otherwise than they are told, 0 to 1. */
export interface Tempers {
  readonly lies: number;
  readonly locked: number;
  readonly slowCabinets: number;
  readonly muteCabinets: number;
}

/** The same thing always behaves the same in a city of one seed. */
const drawOf = (seed: number, id: string): number => chance(seed, `temper ${id}`).float();

export function lampTemper(seed: number, id: string, { lies, locked }: Tempers): LampTemper {
  const draw = drawOf(seed, id);
  if (draw < lies) return 'lies';
  return draw < lies + locked ? 'locked' : 'obeys';
}

export function cabinetTemper(
  seed: number,
  id: string,
  { slowCabinets, muteCabinets }: Tempers,
): CabinetTemper {
  const draw = drawOf(seed, id);
  if (draw < muteCabinets) return 'mute';
  return draw < muteCabinets + slowCabinets ? 'slow' : 'prompt';
}

/** From a word to a cabinet to when it is carried out, ms: radio to it, power line to its lamps. */
export const DELAY_MS = { prompt: 400, slow: 6_000 } as const satisfies Partial<
  Record<CabinetTemper, number>
>;
