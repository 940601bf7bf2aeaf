import { districtCrossings } from '../../shared/crossing/model.ts';
import { cabinetPlaces } from '../../shared/lamp/cabinet-places.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import type { RoomData } from '../edge/room-data.ts';
import type { Inventory } from './inventory.ts';

/** What is told of a district's lamps beside the dictionary; of one that is gone, nothing any more. */
export function showDistricts(
  data: Pick<RoomData, 'put' | 'remove'>,
  { dictionaries, cabinets, crossings }: Inventory,
  before: readonly Dictionary[] = [],
): void {
  for (const one of cabinetPlaces(dictionaries, cabinets)) data.put('cabinetPlaces', one);
  for (const one of districtCrossings(dictionaries, crossings)) data.put('crossings', one);
  const there = new Set(dictionaries.map(({ district }) => district));
  for (const { district } of before)
    if (!there.has(district))
      for (const kind of ['ledConversion', 'cabinetPlaces', 'crossings'] as const)
        data.remove(kind, district);
}
