import type { Uncertain } from './saving.ts';

/** Whether the saving reaches the city's target: `early` says for how long of a lamp's time, in hours, it was counted. */
export type TargetVerdict =
  | { readonly kind: 'met' | 'missed' | 'unsure' }
  | { readonly kind: 'early'; readonly hours: number };

/** A local day, the shortest of the year: less need not hold a whole night, and an hour of deep night is no night. */
export const WHOLE_NIGHT_HOURS = 23;

/**
 * Met or missed is only said where the uncertainty allows it, and not before lamps were counted for a whole night and its
 * day on average: dimmed deep night saves more than the evening does.
 * @param share % saved @param target %
 * @param known lamp-hours of which the energy is known @param lamps of the inventory
 */
export function targetVerdict(
  { value, off }: Uncertain,
  target: number,
  { known, lamps }: { readonly known: number; readonly lamps: number },
): TargetVerdict {
  const hours = lamps === 0 ? 0 : known / lamps;
  if (hours < WHOLE_NIGHT_HOURS) return { kind: 'early', hours };
  if (value - off >= target) return { kind: 'met' };
  return { kind: value + off < target ? 'missed' : 'unsure' };
}
