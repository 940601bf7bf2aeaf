import type { LampOverride, PiledOrder } from './override.ts';
import { orderKey } from './trouble-ticket.ts';

type Side = 'under' | 'over';

/** Orders over or under one, whatever commands each was sent as, the most lamps first. @param parts the commands of that one */
export function piledOf(parts: readonly LampOverride[], side: Side): readonly PiledOrder[] {
  const all = parts.flatMap((part) => part[side] ?? []);
  return [...Map.groupBy(all, orderKey).values()]
    .flatMap((its) => {
      const lamps = its.reduce((sum, one) => sum + one.lamps, 0);
      return its.slice(0, 1).map((first) => ({ ...first, lamps }));
    })
    .toSorted((a, b) => b.lamps - a.lamps);
}

/** On so many of its lamps another order counts. */
export const coveredBy = ({ under = [] }: LampOverride): number =>
  under.reduce((sum, { lamps }) => sum + lamps, 0);
