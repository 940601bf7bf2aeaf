import type { Streets } from '../../../shared/geo/streets.ts';
import type { DistrictId, LampId } from '../../../shared/ids.ts';
import type { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import type { Cabinet, Circuit } from '../../../shared/lamp/supply.ts';
import type { ListedCrossing } from '../../lighting/crossings.ts';
import type { StoredDistrict } from '../../lighting/dictionary.ts';

/** The city as the store has it: what an import starts from, and what it ends with. */
export interface City {
  readonly districts: readonly StoredDistrict[];
  readonly streets: readonly Streets[];
  readonly cabinets: readonly Cabinet[];
  readonly circuits: readonly Circuit[];
  /** with those that the inventory no longer has */
  readonly crossings: readonly ListedCrossing[];
}

/** A lamp with the district that has it. */
export interface HousedLamp {
  readonly lamp: DictionaryLamp;
  readonly district: DistrictId;
}

/** The lamps that are there, by id. */
export function lampsOf(districts: readonly StoredDistrict[]): ReadonlyMap<LampId, HousedLamp> {
  const lamps = new Map<LampId, HousedLamp>();
  for (const { dictionary } of districts)
    for (const lamp of dictionary.lamps)
      if (lamp !== null) lamps.set(lamp.id, { lamp, district: dictionary.district });
  return lamps;
}
