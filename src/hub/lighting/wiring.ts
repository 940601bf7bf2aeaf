import { nearIndex } from '../../shared/geo/near.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { CabinetId } from '../../shared/ids.ts';
import { circuitKey } from '../../shared/lamp/circuit.ts';
import type { Dictionary, DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import type { Fed } from '../../shared/lamp/fault/causes.ts';
import type { Steps } from '../../shared/steps.ts';
import type { Wiring } from './lasting-fault.ts';

/** Which lamps hang together, and how many on what. */
export interface Wired {
  readonly wiring: Wiring;
  readonly fed: Fed;
}

export function* wiredOf(dictionaries: readonly Dictionary[]): Steps<Wired> {
  const wiring = yield* wiringOf(dictionaries);
  return { wiring, fed: yield* fedBy(dictionaries) };
}

/** How many lamps each cabinet and circuit of the inventory feeds. */
function* fedBy(dictionaries: readonly Dictionary[]): Steps<Fed> {
  const counts = { cabinet: new Map<string, number>(), circuit: new Map<string, number>() };
  for (const { lamps } of dictionaries) {
    for (const lamp of lamps)
      for (const [what, id] of [
        ['cabinet', lamp?.cabinet],
        ['circuit', circuitKey(lamp ?? {})],
      ] as const)
        if (id !== undefined) counts[what].set(id, (counts[what].get(id) ?? 0) + 1);
    yield;
  }
  return {
    cabinet: (id) => counts.cabinet.get(id) ?? Infinity,
    circuit: (key) => counts.circuit.get(key) ?? Infinity,
  };
}

/**
 * Lamps of two cabinets are no further apart than this, m, where their areas adjoin: a crossing or a small square without
 * light lies between them, no quarter.
 */
const ADJOIN_M = 150;

/** What its lamps say of the inventory's wiring: which cabinets are neighbours, which adjoin, how many lamps each feeds. */
function* wiringOf(dictionaries: readonly Dictionary[]): Steps<Wiring> {
  const fed = new Map<CabinetId, number>();
  const shared = new Map<string, Set<CabinetId>>();
  const of = new Map<CabinetId, Set<string>>();
  for (const { lamps } of dictionaries) {
    for (const lamp of lamps) {
      if (lamp?.cabinet === undefined) continue;
      const { cabinet } = lamp;
      fed.set(cabinet, (fed.get(cabinet) ?? 0) + 1);
      for (const common of commons(lamp)) {
        add(shared, common, cabinet);
        add(of, cabinet, common);
      }
    }
    yield;
  }
  return {
    neighbours: (cabinet) => {
      const near = new Set<CabinetId>();
      for (const common of of.get(cabinet) ?? []) for (const id of shared.get(common) ?? []) near.add(id);
      near.delete(cabinet);
      return near;
    },
    adjoining: adjoiningOf(dictionaries),
    fed: (cabinet) => fed.get(cabinet) ?? Infinity,
  };
}

/** Looked for when somebody first asks: it takes a search for each lamp of a cabinet. */
function adjoiningOf(dictionaries: readonly Dictionary[]): (cabinet: CabinetId) => ReadonlySet<CabinetId> {
  const known = new Map<CabinetId, ReadonlySet<CabinetId>>();
  let city: ReturnType<typeof placesOf> | undefined;
  return (cabinet) => {
    const before = known.get(cabinet);
    if (before !== undefined) return before;
    city ??= placesOf(dictionaries);
    const { cabinets, places, near } = city;
    const found = new Set<CabinetId>();
    for (const place of places.get(cabinet) ?? [])
      for (const i of near.within(place, ADJOIN_M)) found.add(cabinets[i]!);
    found.delete(cabinet);
    known.set(cabinet, found);
    return found;
  };
}

/** Where the lamps of each cabinet stand. */
function placesOf(dictionaries: readonly Dictionary[]) {
  const all = dictionaries
    .flatMap(({ lamps }) => lamps)
    .flatMap((lamp) =>
      lamp?.cabinet === undefined ? [] : [{ cabinet: lamp.cabinet, position: lamp.position }],
    );
  const places = new Map<CabinetId, Position[]>();
  for (const { cabinet, position } of all) {
    const some = places.get(cabinet);
    if (some === undefined) places.set(cabinet, [position]);
    else some.push(position);
  }
  return {
    cabinets: all.map(({ cabinet }) => cabinet),
    places,
    near: nearIndex(all.map(({ position }) => position)),
  };
}

/** What lamps of two cabinets can have in common. */
function* commons({ street, commune = '', circuit, sharedCircuit }: DictionaryLamp): Iterable<string> {
  if (street !== '') yield `street ${street} ${commune}`;
  if (circuit !== undefined && sharedCircuit) yield `circuit ${circuit}`;
}

function add<K, V>(to: Map<K, Set<V>>, key: K, value: V): void {
  const set = to.get(key);
  if (set === undefined) to.set(key, new Set([value]));
  else set.add(value);
}
