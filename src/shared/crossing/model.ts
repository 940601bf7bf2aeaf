import { z } from 'zod';
import { nearIndex } from '../geo/near.ts';
import { distance, Position } from '../geo/position.ts';
import { CrossingId } from '../ids.ts';
import type { Dictionary } from '../lamp/dictionary.ts';

/** A pedestrian crossing as the city's inventory lists it: a place where people step onto the carriageway. */
export const Crossing = z.object({
  id: CrossingId,
  /** of its middle */
  position: Position,
  /** of the street that is crossed */
  street: z.string().max(200).optional(),
  commune: z.string().max(200).optional(),
});
export type Crossing = z.infer<typeof Crossing>;

/** Of one district; a message holds no more. */
export const MOST_CROSSINGS = 5_000;

/** `room/v1/data/crossings/<district>`: the pedestrian crossings to which a lamp of that district is the nearest one. */
export const DistrictCrossings = z.object({
  v: z.literal(1),
  /** the district's */
  id: z.string().min(1).max(256),
  crossings: z.array(Crossing).max(MOST_CROSSINGS),
});
export type DistrictCrossings = z.infer<typeof DistrictCrossings>;

/** A crossing of which the inventory says no street is in that of its nearest lamp, if that is no further than this, m. */
const SAME_STREET_M = 50;

/**
 * One for each district, those too that have none: what was told of one before must not stay. Files of crossings seldom
 * say in which street they are: the nearest lamp does.
 */
export function districtCrossings(
  dictionaries: readonly Dictionary[],
  crossings: readonly Crossing[],
): readonly DistrictCrossings[] {
  const lamps = dictionaries.flatMap(({ district, lamps: all }) =>
    all.flatMap((lamp) => (lamp === null ? [] : [{ district, lamp }])),
  );
  if (lamps.length === 0) return [];
  const index = nearIndex(lamps.map(({ lamp }) => lamp.position));
  const byDistrict = Map.groupBy(
    crossings.map((crossing) => {
      const { district, lamp } = lamps[index.nearest(crossing.position)]!;
      const isHere = distance(crossing.position, lamp.position) <= SAME_STREET_M && lamp.street !== '';
      const { street, commune } = crossing;
      if (street !== undefined || !isHere) return { district, crossing };
      return { district, crossing: { ...crossing, street: lamp.street, commune: commune ?? lamp.commune } };
    }),
    ({ district }) => district,
  );
  return dictionaries.map(({ district: id }) => ({
    v: 1,
    id,
    crossings: (byDistrict.get(id) ?? []).map(({ crossing }) => crossing),
  }));
}
