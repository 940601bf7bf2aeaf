import type { LampId } from '../../../shared/ids.ts';
import type { ReplacedOrder } from '../../../shared/lamp/override.ts';
import type { Track } from './model.ts';

/**
 * What an order that takes these lamps replaces of another's. One that is given back, or whose end has come, is replaced by
 * nobody, nor is what a gateway had refused.
 */
export function replacedOf(
  { order, release, lamps }: Track,
  ids: Iterable<LampId>,
): ReplacedOrder | undefined {
  const inForce = [...ids].filter((id) => (lamps.get(id)?.word ?? 'refused') !== 'refused');
  if (release !== undefined || inForce.length === 0) return undefined;
  const { id, person, street, selection } = order;
  return { id, person, street, ...(selection === undefined ? {} : { selection }), lamps: inForce.length };
}

/** The same order, which has taken lamps from these. */
export const replacing = (track: Track, others: readonly ReplacedOrder[]): Track =>
  others.length === 0
    ? track
    : {
        ...track,
        replaced: [...(track.replaced ?? []), ...others].toSorted((a, b) => b.lamps - a.lamps),
      };
