import { nearIndex } from '../../../shared/geo/near.ts';
import type { StreetPiece, Streets } from '../../../shared/geo/streets.ts';
import type { StreetDraft } from '../read/draft.ts';
import type { HousedLamp } from './city.ts';
import { skeletonOf } from './skeleton.ts';
import { piecesOf } from './street-pieces.ts';

/**
 * The street graphs after an import: the file's; without a file those that the store has from one; without any, a
 * skeleton derived from the lamps, which says so.
 */
export function streetsAfter(
  drafts: readonly StreetDraft[] | undefined,
  stored: readonly Streets[],
  lamps: readonly HousedLamp[],
): readonly Streets[] {
  if (drafts !== undefined) return byDistrict(piecesOf(drafts), lamps, false);
  const own = stored.filter(({ derived }) => derived !== true);
  if (own.length === 0) return byDistrict(skeletonOf(lamps.map(({ lamp }) => lamp)), lamps, true);
  const living = new Set(lamps.map(({ district }) => district));
  const isHoused = own.every(({ district }) => living.has(district));
  return isHoused
    ? own
    : byDistrict(
        own.flatMap(({ features }) => features),
        lamps,
        false,
      );
}

/** Each piece goes to the district of the lamp nearest to its middle. */
function byDistrict(
  pieces: readonly StreetPiece[],
  lamps: readonly HousedLamp[],
  derived: boolean,
): readonly Streets[] {
  if (lamps.length === 0) return [];
  const sorted = lamps.toSorted((a, b) => (a.lamp.id < b.lamp.id ? -1 : 1));
  const near = nearIndex(sorted.map(({ lamp }) => lamp.position));
  const groups = Map.groupBy(pieces, ({ geometry: { coordinates } }) => {
    const [a, b] = [coordinates[0]!, coordinates.at(-1)!];
    return sorted[near.nearest([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])]!.district;
  });
  return [...groups.keys()].sort().map((district) => ({
    v: 1,
    district,
    ...(derived && { derived: true as const }),
    type: 'FeatureCollection',
    features: groups.get(district)!,
  }));
}
