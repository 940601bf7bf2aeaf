import { nearIndex } from '../../../shared/geo/near.ts';
import { distance, type Position } from '../../../shared/geo/position.ts';
import type { DistrictId, LampId } from '../../../shared/ids.ts';
import type { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import type { HousedLamp } from './city.ts';

/** What an import changes of lamps. */
export interface LampChanges {
  readonly added: readonly LampId[];
  /** of the added, those that were here before */
  readonly returned: readonly LampId[];
  readonly removed: readonly LampId[];
  /** of the removed, how many have an added lamp in their place: then it is the column of ids that has changed, not the city */
  readonly renumbered: number;
  /** metres */
  readonly moved: readonly { readonly id: LampId; readonly metres: number }[];
  readonly changed: readonly { readonly id: LampId; readonly fields: readonly string[] }[];
  readonly rehoused: readonly { readonly id: LampId; readonly from: DistrictId; readonly to: DistrictId }[];
  readonly unchanged: number;
}

const FIELDS = ['street', 'commune', 'cabinet', 'circuit'] as const;
const FIXTURE = ['kind', 'power', 'powerBefore', 'convertedOn', 'height'] as const;

/** Fields of ours that differ, by name. */
function differing(a: DictionaryLamp, b: DictionaryLamp): readonly string[] {
  const own = FIELDS.filter((field) => a[field] !== b[field]);
  const fixture = FIXTURE.filter((field) => a.luminaire?.[field] !== b.luminaire?.[field]);
  return [...own, ...fixture.map((field) => `luminaire.${field}`)];
}

export function changesBetween(
  before: ReadonlyMap<LampId, HousedLamp>,
  after: ReadonlyMap<LampId, HousedLamp>,
  wasHere: (id: LampId) => boolean,
): LampChanges {
  const added = [...after.keys()].filter((id) => !before.has(id));
  const moved: { id: LampId; metres: number }[] = [];
  const changed: { id: LampId; fields: readonly string[] }[] = [];
  const rehoused: { id: LampId; from: DistrictId; to: DistrictId }[] = [];
  const removed: LampId[] = [];
  let unchanged = 0;
  for (const [id, was] of before) {
    const is = after.get(id);
    if (is === undefined) {
      removed.push(id);
      continue;
    }
    const metres = distance(was.lamp.position, is.lamp.position);
    const fields = differing(was.lamp, is.lamp);
    if (metres > 0) moved.push({ id, metres: Math.round(metres * 100) / 100 });
    if (fields.length > 0) changed.push({ id, fields });
    if (was.district !== is.district) rehoused.push({ id, from: was.district, to: is.district });
    if (metres === 0 && fields.length === 0 && was.district === is.district) unchanged += 1;
  }
  const renumbered = inTheirPlace(
    removed.map((id) => before.get(id)!.lamp.position),
    added.map((id) => after.get(id)!.lamp.position),
  );
  return { added, returned: added.filter(wasHere), removed, renumbered, moved, changed, rehoused, unchanged };
}

/** Farther from each other than this two lamps are two, m. */
const SAME_PLACE_M = 1;

function inTheirPlace(removed: readonly Position[], added: readonly Position[]): number {
  if (added.length === 0) return 0;
  const near = nearIndex(added);
  return removed.filter((place) => near.within(place, SAME_PLACE_M).length > 0).length;
}
