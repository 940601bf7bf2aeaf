import { z } from 'zod';
import type { CabinetId } from '../ids.ts';
import type { Dictionary } from './dictionary.ts';
import { Cabinet } from './supply.ts';

/** `room/v1/data/cabinetPlaces/<district>`: where the cabinets stand that feed most of their lamps in a district. */
export const CabinetPlaces = z.object({
  v: z.literal(1),
  /** the district's */
  id: z.string().min(1).max(256),
  /** a cabinet that the inventory doesn't list, or without its place, is not among them */
  cabinets: z.array(Cabinet.required({ position: true })).max(5_000),
});
export type CabinetPlaces = z.infer<typeof CabinetPlaces>;

/**
 * One for each district, those too that have none: what was told of one before must not stay. A cabinet from which no
 * lamp is fed is in none of them.
 */
export function cabinetPlaces(
  dictionaries: readonly Dictionary[],
  cabinets: readonly Cabinet[],
): readonly CabinetPlaces[] {
  const homes = homesOf(dictionaries);
  const placed = cabinets.flatMap((cabinet) =>
    cabinet.position === undefined ? [] : [{ ...cabinet, position: cabinet.position }],
  );
  const byHome = Map.groupBy(placed, ({ id }) => homes.get(id));
  return dictionaries.map(({ district }) => ({ v: 1, id: district, cabinets: byHome.get(district) ?? [] }));
}

/** The district in which a cabinet feeds most lamps; the first of two. */
function homesOf(dictionaries: readonly Dictionary[]): ReadonlyMap<CabinetId, string> {
  const homes = new Map<CabinetId, { readonly district: string; readonly lamps: number }>();
  for (const { district, lamps } of dictionaries) {
    const fed = Map.groupBy(lamps, (lamp) => lamp?.cabinet);
    for (const [cabinet, its] of fed)
      if (cabinet !== undefined && its.length > (homes.get(cabinet)?.lamps ?? 0))
        homes.set(cabinet, { district, lamps: its.length });
  }
  return new Map([...homes].map(([cabinet, { district }]) => [cabinet, district]));
}
