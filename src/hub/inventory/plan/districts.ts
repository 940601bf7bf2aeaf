import { nearIndex } from '../../../shared/geo/near.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { folded } from '../../../shared/i18n/folded.ts';
import { DistrictId, type LampId } from '../../../shared/ids.ts';
import type { DistrictDraft, LampDraft } from '../read/draft.ts';
import { districtAt } from './areas.ts';

/** Lamps as far as their district is concerned. */
export type Housed = Pick<LampDraft, 'id' | 'position' | 'district'>;

/** A district may outgrow its measure by this much before new lamps beside it get one of their own. */
const OUTGROWN = 1.5;
/** Fewer new lamps than this part of its measure are no district. */
const TOO_FEW = 0.25;

export interface Housing {
  readonly of: ReadonlyMap<LampId, DistrictId>;
  /** those that the import made, in order */
  readonly made: readonly DistrictId[];
}

/**
 * Gives each lamp its district: the one that its row names, whose area it is in, that it has already, or that the
 * nearest lamp has. Where there is none of these, or too many new lamps for the one beside, districts are made: the
 * lamps are halved along the longer side, again and again, until each has about `measure`. What comes of it depends on
 * the lamps alone, not on their order.
 */
export function houseLamps(
  lamps: readonly Housed[],
  areas: readonly DistrictDraft[],
  stored: ReadonlyMap<LampId, DistrictId>,
  taken: Iterable<DistrictId>,
  measure: number,
): Housing {
  const of = new Map<LampId, DistrictId>();
  const named = districtNamed(areas);
  const at = districtAt(areas);
  const homeless: Housed[] = [];
  for (const lamp of lamps) {
    const said = lamp.district === undefined ? undefined : named(lamp.district);
    const home = said ?? at(lamp.position) ?? stored.get(lamp.id);
    if (home === undefined) homeless.push(lamp);
    else of.set(lamp.id, home);
  }
  const alone = joinNearest(lamps, homeless, of, measure);
  const used = new Set<string>([...taken, ...of.values()]);
  const made = halved(alone, Math.max(1, Math.round(alone.length / measure))).map((part) => {
    const id = freeId(used);
    used.add(id);
    for (const lamp of part) of.set(lamp.id, id);
    return id;
  });
  return { of, made: alone.length === 0 ? [] : made };
}

/** A row may name a district by its id or its name; one that is not listed is a district all the same. */
function districtNamed(areas: readonly DistrictDraft[]): (said: string) => DistrictId | undefined {
  const ids = new Set<string>(areas.map(({ id }) => id));
  const byName = new Map(areas.flatMap(({ id, name }) => (name === undefined ? [] : [[folded(name), id]])));
  return (said) => (ids.has(said) ? undefined : byName.get(folded(said))) ?? DistrictId.safeParse(said).data;
}

/** @returns lamps for which there is no district to join */
function joinNearest(
  lamps: readonly Housed[],
  homeless: readonly Housed[],
  of: Map<LampId, DistrictId>,
  measure: number,
): readonly Housed[] {
  const settled = lamps.filter(({ id }) => of.has(id));
  if (settled.length === 0) return homeless;
  const near = nearIndex(settled.map(({ position }) => position));
  const sizes = new Map<DistrictId, number>();
  for (const home of of.values()) sizes.set(home, (sizes.get(home) ?? 0) + 1);
  const alone: Housed[] = [];
  const joining = Map.groupBy(homeless, ({ position }) => of.get(settled[near.nearest(position)]!.id)!);
  for (const [district, group] of joining) {
    const fits = (sizes.get(district) ?? 0) + group.length <= OUTGROWN * measure;
    if (fits || group.length < TOO_FEW * measure) for (const { id } of group) of.set(id, district);
    else alone.push(...group);
  }
  return alone;
}

function halved(lamps: readonly Housed[], parts: number): readonly (readonly Housed[])[] {
  if (parts <= 1) return [lamps];
  const extent = (axis: 0 | 1): number => {
    const values = lamps.map(({ position }) => position[axis]);
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  };
  const lat = lamps[0]!.position[1];
  const axis = extent(0) * Math.cos((lat * Math.PI) / 180) > extent(1) ? 0 : 1;
  const along = (position: Position) => position[axis];
  const sorted = lamps.toSorted((a, b) => along(a.position) - along(b.position) || (a.id < b.id ? -1 : 1));
  const first = Math.floor(parts / 2);
  const cut = Math.round((lamps.length * first) / parts);
  return [...halved(sorted.slice(0, cut), first), ...halved(sorted.slice(cut), parts - first)];
}

function freeId(used: ReadonlySet<string>): DistrictId {
  for (let n = 1; ; n++) {
    const id = String(n).padStart(2, '0');
    if (!used.has(id)) return DistrictId.parse(id);
  }
}
