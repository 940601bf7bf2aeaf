import type { BrightStreet } from '../../../shared/advice/relight.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { folded } from '../../../shared/i18n/folded.ts';
import type { LampOverride } from '../../../shared/lamp/override.ts';
import type { LitIncident } from '../../../shared/lighting/incident.ts';
import type { DistrictLamp } from './near-lamps.ts';

/** What a street burns so brightly by, where that is more than its programme. */
export type BrightBy =
  | { readonly kind: 'incident'; readonly incident: LitIncident }
  | { readonly kind: 'order'; readonly order: LampOverride };

/** Lamps report what they measure, a little off. */
const ALIKE = 5;
const alike = (a: number, b: number): boolean => Math.abs(a - b) <= ALIKE;

/**
 * Why it is so bright: an order for its street at this level, or an open intervention near by that keeps lamps at it.
 * @param overrides those of the room
 */
export function brightBy(
  { street, lamps, level }: BrightStreet<DistrictLamp>,
  overrides: Iterable<LampOverride>,
  incidents: ((at: Position) => LitIncident | undefined) | undefined,
): BrightBy | undefined {
  const ordered = lamps.filter(({ commanded }) => commanded).length * 2 >= lamps.length;
  if (ordered) {
    // The ids of commands are in order of time. A selection is called by its street where most of its lamps stand.
    const order = [...overrides]
      .filter((one) => one.phase === 'set' && folded(one.street) === folded(street))
      .filter((one) => alike(one.level * 100, level))
      .toSorted((a, b) => a.id.localeCompare(b.id))
      .at(-1);
    return order && { kind: 'order', order };
  }
  for (const { position } of lamps) {
    const incident = incidents?.(position);
    if (incident !== undefined && alike(incident.floor.level, level)) return { kind: 'incident', incident };
  }
  return undefined;
}
