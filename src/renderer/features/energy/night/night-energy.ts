import type { HistoryEnergy } from '../../../../shared/energy/from-history.ts';
import { type Uncertain, type Uncertainty, usedOf } from '../../../../shared/energy/saving.ts';
import { total, unpacked } from '../../../../shared/energy/sums.ts';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import { indexOf, type LampKey, slotOf } from '../../../../shared/lamp/selection.ts';
import type { EnergyRow } from '../../../../shared/wire/energy.ts';

/** Selected lamps, by how what they used can be known. */
export interface Parted {
  /** those that the inventory has */
  readonly lamps: number;
  /** streets of which all lamps are selected, as `streetKey` */
  readonly whole: ReadonlySet<string>;
  /** district's slot → its other selected lamps, by index */
  readonly single: ReadonlyMap<number, readonly number[]>;
  /** ids of all districts that have selected lamps */
  readonly districts: readonly string[];
}

const streetKey = (district: string, street: string): string => `${district}\n${street}`;

/** Whole streets are counted by the hub, by meters where there are; of single lamps only how they were is kept. */
export function partedBy(keys: Iterable<LampKey>, pieces: Iterable<DistrictLamps>): Parted {
  const chosen = Map.groupBy(keys, slotOf);
  const whole = new Set<string>();
  const single = new Map<number, number[]>();
  const districts: string[] = [];
  let lamps = 0;
  for (const { slot, district, ids, names, street } of pieces) {
    const own = new Set((chosen.get(slot) ?? []).map(indexOf));
    if (own.size === 0) continue;
    districts.push(district);
    const all = Array.from(ids.keys()).filter((index) => ids[index] !== '');
    for (const [place, inStreet] of Map.groupBy(all, (index) => street[index]!)) {
      const its = inStreet.filter((index) => own.has(index));
      lamps += its.length;
      if (its.length === inStreet.length) whole.add(streetKey(district, names[place] ?? ''));
      else if (its.length > 0) single.set(slot, [...(single.get(slot) ?? []), ...its]);
    }
  }
  return { lamps, whole, single, districts };
}

/** What selected lamps used in a night, and how that is known. */
export interface NightEnergy {
  /** kWh of what is known */
  readonly used: Uncertain;
  /** of it, % by meters, by reported power, and reckoned from rated power and level */
  readonly metered: number;
  readonly reported: number;
  readonly reckoned: number;
  /** % of the lamp-hours that have passed of which nothing is known */
  readonly unknown: number;
  /** presence may have raised lamps above what is kept of them: they used that at least */
  readonly atLeast: boolean;
}

/** @param rows streets of the night, as the hub counted them @param hours that have passed of it */
export function nightEnergyOf(
  { lamps, whole }: Parted,
  rows: readonly EnergyRow[],
  single: readonly HistoryEnergy[],
  by: Uncertainty,
  hours: number,
): NightEnergy {
  const own = rows.filter(({ district = '', street = '' }) => whole.has(streetKey(district, street)));
  const sums = total(own.map((row) => unpacked(row.sums)));
  const sum = (field: keyof HistoryEnergy) => single.reduce((all, one) => all + one[field], 0);
  const all = { ...sums, rated: sums.rated + sum('kwh') };
  const used = usedOf(all, by);
  const share = (part: number) => (used.value > 0 ? (part / used.value) * 100 : 0);
  const passed = lamps * hours;
  return {
    used,
    metered: share(all.meter),
    reported: share(all.power),
    reckoned: share(all.rated),
    unknown: passed > 0 ? Math.max(0, 1 - (sums.known + sum('known')) / passed) * 100 : 100,
    atLeast: sum('atLeast') > 0,
  };
}
