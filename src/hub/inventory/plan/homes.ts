import type { DistrictId, LampId } from '../../../shared/ids.ts';
import type { StoredDistrict } from '../../lighting/dictionary.ts';
import type { LampDraft } from '../read/draft.ts';
import { type City, lampsOf } from './city.ts';
import type { Housing } from './districts.ts';

/** Where each lamp is, and where those that are gone were. */
export function homesOf(districts: readonly StoredDistrict[]): ReadonlyMap<LampId, DistrictId> {
  const homes = new Map<LampId, DistrictId>();
  for (const { dictionary, gone } of districts)
    for (const id of gone.keys()) homes.set(id, dictionary.district);
  for (const [id, { district }] of lampsOf(districts)) homes.set(id, district);
  return homes;
}

/** What districts are called: by the city, as they are known, or by the commune of most of their lamps. */
export function districtNames(
  areas: readonly { readonly id: DistrictId; readonly name: string | undefined }[],
  { districts }: City,
  lamps: readonly LampDraft[],
  { of, made }: Housing,
): ReadonlyMap<DistrictId, string> {
  const called = new Map<DistrictId, string>();
  const housed = Map.groupBy(lamps, ({ id }) => of.get(id)!);
  for (const id of made) {
    const communes = (housed.get(id) ?? []).flatMap(({ facts }) => facts.commune ?? []);
    const counts = [...Map.groupBy(communes, (commune) => commune)].map(
      ([name, all]) => [name, all.length] as const,
    );
    const [most] = counts.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    called.set(id, most === undefined ? id : `${most[0]} ${id}`.slice(-200));
  }
  for (const { dictionary } of districts) called.set(dictionary.district, dictionary.name);
  for (const { id, name } of areas) if (name !== undefined) called.set(id, name);
  return called;
}
