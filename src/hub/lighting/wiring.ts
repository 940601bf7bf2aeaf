import type { CabinetId } from '../../shared/ids.ts';
import type { Dictionary, DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import type { Fed } from '../../shared/lamp/fault/causes.ts';
import type { Wiring } from './lasting-fault.ts';

/** How many lamps each cabinet and circuit of the inventory feeds. */
export function fedBy(dictionaries: readonly Dictionary[]): Fed {
  const counts = { cabinet: new Map<string, number>(), circuit: new Map<string, number>() };
  for (const lamp of dictionaries.flatMap(({ lamps }) => lamps))
    for (const what of ['cabinet', 'circuit'] as const) {
      const id = lamp?.[what];
      if (id !== undefined) counts[what].set(id, (counts[what].get(id) ?? 0) + 1);
    }
  return {
    cabinet: (id) => counts.cabinet.get(id) ?? Infinity,
    circuit: (id) => counts.circuit.get(id) ?? Infinity,
  };
}

/** What its lamps say of the inventory's wiring: which cabinets are neighbours, and how many lamps each feeds. */
export function wiringOf(dictionaries: readonly Dictionary[]): Wiring {
  const fed = new Map<CabinetId, number>();
  const shared = new Map<string, Set<CabinetId>>();
  const of = new Map<CabinetId, Set<string>>();
  for (const lamp of dictionaries.flatMap(({ lamps }) => lamps)) {
    if (lamp?.cabinet === undefined) continue;
    const { cabinet } = lamp;
    fed.set(cabinet, (fed.get(cabinet) ?? 0) + 1);
    for (const common of commons(lamp)) {
      add(shared, common, cabinet);
      add(of, cabinet, common);
    }
  }
  return {
    neighbours: (cabinet) => {
      const near = new Set<CabinetId>();
      for (const common of of.get(cabinet) ?? []) for (const id of shared.get(common) ?? []) near.add(id);
      near.delete(cabinet);
      return near;
    },
    fed: (cabinet) => fed.get(cabinet) ?? Infinity,
  };
}

/** What two lamps can have in common, by name. */
function* commons({ street, commune = '', circuit }: DictionaryLamp): Iterable<string> {
  if (street !== '') yield `street ${street} ${commune}`;
  if (circuit !== undefined) yield `circuit ${circuit}`;
}

function add<K, V>(to: Map<K, Set<V>>, key: K, value: V): void {
  const set = to.get(key);
  if (set === undefined) to.set(key, new Set([value]));
  else set.add(value);
}
