import type { Position } from '../../../../shared/geo/position.ts';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import type { DictionaryLamp } from '../../../../shared/lamp/dictionary.ts';
import type { LampsAlike } from '../../../../shared/lighting/effect.ts';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { placerOf, type StreetFacts } from '../../../../shared/lighting/place-lamps.ts';

/** How many lamps are alike under two plans: by their group, which both place the same, and by their floor in each. */
export function lampsAlike(
  before: LightingPlan,
  after: LightingPlan,
  pieces: Iterable<DistrictLamps>,
  streets: StreetFacts,
): readonly LampsAlike[] {
  const [was, is] = [placerOf(before, streets), placerOf(after, streets)];
  const sums = new Map<string, { -readonly [K in keyof LampsAlike]: LampsAlike[K] }>();
  for (const [lamp, watts] of lampsIn(pieces)) {
    const { group, floor } = is(lamp);
    const levels = [before.floors[was(lamp).floor]?.level ?? 0, after.floors[floor]?.level ?? 0] as const;
    const key = `${group} ${levels.join(' ')}`;
    const known = sums.get(key) ?? {
      group,
      before: levels[0],
      after: levels[1],
      lamps: 0,
      watts: 0,
      unrated: 0,
    };
    sums.set(key, known);
    known.lamps += 1;
    if (Number.isNaN(watts)) known.unrated += 1;
    else known.watts += watts;
  }
  return [...sums.values()];
}

/** Each lamp with its power, W. */
function* lampsIn(pieces: Iterable<DistrictLamps>): Iterable<readonly [DictionaryLamp, number]> {
  for (const { ids, lon, lat, names, street, commune, cabinet, circuit, power } of pieces)
    for (const [i, id] of ids.entries()) {
      if (id === '') continue; // a tombstone
      const named = (column: Uint16Array) => names[column[i] ?? 0] || undefined;
      const position: Position = [lon[i]!, lat[i]!];
      const lamp = {
        id,
        position,
        street: named(street) ?? '',
        commune: named(commune),
        cabinet: named(cabinet),
        circuit: named(circuit),
      };
      // Of ids of a dictionary that the seat has checked.
      yield [lamp as unknown as DictionaryLamp, power[i] ?? Number.NaN];
    }
}
