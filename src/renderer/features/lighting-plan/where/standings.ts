import type { Position } from '../../../../shared/geo/position.ts';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import type { DictionaryLamp } from '../../../../shared/lamp/dictionary.ts';
import type { LampsAlike, Standing } from '../../../../shared/lighting/effect.ts';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { placerOf, type StreetFacts } from '../../../../shared/lighting/place-lamps.ts';

/** A lamp as plans look at it. */
export interface CityLamp {
  readonly lamp: DictionaryLamp;
  /** the name of its district */
  readonly district: string;
  /** W; NaN where it isn't recorded */
  readonly watts: number;
}

/** How a plan has each of these lamps, in their order. */
export function standingsOf(
  plan: LightingPlan,
  lamps: readonly CityLamp[],
  streets: StreetFacts,
): readonly Standing[] {
  const place = placerOf(plan, streets);
  return lamps.map(({ lamp, district }) => {
    const { group, floor } = place(lamp, district);
    return { group, floor: plan.floors[floor]?.level ?? 0 };
  });
}

/** How many lamps are alike under two plans: by their group and their floor in each. */
export function lampsAlike(
  lamps: readonly CityLamp[],
  were: readonly Standing[],
  are: readonly Standing[],
): readonly LampsAlike[] {
  const sums = new Map<string, { -readonly [K in keyof LampsAlike]: LampsAlike[K] }>();
  for (const [i, { watts }] of lamps.entries()) {
    const [was, is] = [were[i]!, are[i]!];
    const key = `${was.group} ${was.floor} ${is.group} ${is.floor}`;
    const known = sums.get(key) ?? { was, is, lamps: 0, watts: 0, unrated: 0 };
    sums.set(key, known);
    known.lamps += 1;
    if (Number.isNaN(watts)) known.unrated += 1;
    else known.watts += watts;
  }
  return [...sums.values()];
}

/** The lamps of a city, without tombstones. */
export const lampsIn = (pieces: Iterable<DistrictLamps>): readonly CityLamp[] =>
  [...pieces].flatMap((piece) => {
    const { name: district, ids, lon, lat, names, street, commune, cabinet, circuit, power } = piece;
    const shared = new Set<string | undefined>(piece.sharedCircuits);
    const lamps: CityLamp[] = [];
    for (const [i, id] of ids.entries()) {
      if (id === '') continue;
      const named = (column: Uint16Array) => names[column[i] ?? 0] || undefined;
      const position: Position = [lon[i]!, lat[i]!];
      const lamp = {
        id,
        position,
        street: named(street) ?? '',
        commune: named(commune),
        cabinet: named(cabinet),
        circuit: named(circuit),
        ...(shared.has(named(circuit)) && { sharedCircuit: true }),
      };
      // Of ids of a dictionary that the seat has checked.
      lamps.push({ lamp: lamp as unknown as DictionaryLamp, district, watts: power[i] ?? Number.NaN });
    }
    return lamps;
  });
