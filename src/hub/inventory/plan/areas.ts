import type { Position } from '../../../shared/geo/position.ts';
import type { DistrictId } from '../../../shared/ids.ts';
import type { DistrictDraft } from '../read/draft.ts';

/** Whether a place is inside of rings, holes being rings too: the even-odd rule. */
function isInside([x, y]: Position, rings: DistrictDraft['rings']): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[xi, yi], [xj, yj]] = [ring[i]!, ring[j]!];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  return inside;
}

interface Bounded {
  readonly id: DistrictId;
  readonly rings: DistrictDraft['rings'];
  readonly west: number;
  readonly east: number;
}

/** Finds the district in whose area a place is; where areas overlap, that of the first id. */
export function districtAt(drafts: readonly DistrictDraft[]): (position: Position) => DistrictId | undefined {
  const areas = drafts
    .map(({ id, rings }): Bounded => {
      const lons = rings.flat().map(([lon]) => lon);
      const bounds = {
        west: lons.reduce((a, b) => Math.min(a, b)),
        east: lons.reduce((a, b) => Math.max(a, b)),
      };
      return { id, rings, ...bounds };
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return (position) =>
    areas.find(({ west, east, rings }) => {
      const [lon] = position;
      return lon >= west && lon <= east && isInside(position, rings);
    })?.id;
}
