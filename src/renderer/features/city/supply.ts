import { type Area, areasOf } from '../../../shared/geo/areas/areas.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import { indexOf, type LampKey, lampKey, slotOf } from '../../../shared/lamp/selection.ts';
import { LampFault, LampState } from '../../../shared/lamp/state.ts';
import type { Cabinet } from '../../../shared/lamp/supply.ts';
import type { LampTable, MapCabinet } from '../map/index.ts';
import { quietFor } from './map-freshness.ts';

/** A circuit and the lamps on it; `id` is empty where the inventory doesn't say on which they are. */
export interface FedCircuit {
  readonly id: string;
  readonly lamps: readonly LampKey[];
}

/** A cabinet with what it feeds. */
export interface FedCabinet extends Pick<Cabinet, 'street' | 'commune'> {
  readonly id: string;
  /** where it stands by the inventory, or else the middle of its lamps */
  readonly position: Position;
  readonly placed: boolean;
  readonly circuits: readonly FedCircuit[];
}

/** How a cabinet is, as far as its lamps tell: the hub marks those that a cabinet says are without supply. */
export interface CabinetState {
  readonly state: MapCabinet['state'];
  /** circuits that have tripped */
  readonly tripped: readonly string[];
  /** when one of its lamps was last observed, ms since the epoch */
  readonly heard: number | undefined;
}

/** Cabinets from which lamps are fed, in order of id. @param places those of which the inventory says where they stand */
export function fedCabinets(
  pieces: Iterable<DistrictLamps>,
  places: ReadonlyMap<string, Cabinet>,
): readonly FedCabinet[] {
  const found = new Map<string, { lon: number; lat: number; lamps: number; by: Map<string, LampKey[]> }>();
  for (const { slot, ids, names, cabinet, circuit, lon, lat } of pieces)
    for (let index = 0; index < ids.length; index++) {
      const id = names[cabinet[index] ?? 0];
      if (!id || !ids[index]) continue;
      const its = found.get(id) ?? { lon: 0, lat: 0, lamps: 0, by: new Map<string, LampKey[]>() };
      found.set(id, its);
      its.lon += lon[index]!;
      its.lat += lat[index]!;
      its.lamps++;
      const on = names[circuit[index] ?? 0] ?? '';
      const fed = its.by.get(on);
      if (fed === undefined) its.by.set(on, [lampKey({ slot, index })]);
      else fed.push(lampKey({ slot, index }));
    }
  const inOrder = new Intl.Collator('fr', { numeric: true });
  return [...found]
    .map(([id, { lon, lat, lamps, by }]): FedCabinet => {
      const { position, street, commune } = places.get(id) ?? {};
      return {
        id,
        position: position ?? [lon / lamps, lat / lamps],
        placed: position !== undefined,
        street,
        commune,
        circuits: [...by]
          .map(([circuit, fed]) => ({ id: circuit, lamps: fed }))
          .toSorted((a, b) => inOrder.compare(a.id, b.id)),
      };
    })
    .toSorted((a, b) => inOrder.compare(a.id, b.id));
}

/** @param now ms, by the clock that lamps are observed by */
export function cabinetState(
  { circuits }: FedCabinet,
  lamps: Pick<LampTable, 'find' | 'state' | 'faults' | 'observedAt'>,
  now: number,
): CabinetState {
  let [newest, total, unfed] = [0, 0, 0];
  const tripped: string[] = [];
  for (const { id, lamps: keys } of circuits) {
    let off = 0;
    for (const key of keys) {
      const lamp = lamps.find(slotOf(key), indexOf(key));
      if (lamp < 0) continue;
      total++;
      const faults = lamps.faults[lamp]!;
      if (faults & LampFault.cabinet) unfed++;
      if (faults & LampFault.circuit) off++;
      if (!(lamps.state[lamp]! & LampState.neverSeen)) newest = Math.max(newest, lamps.observedAt[lamp]!);
    }
    if (off > 0) tripped.push(id);
  }
  const heard = newest === 0 ? undefined : newest * 1_000;
  const silent = heard === undefined || now - heard > quietFor(total);
  const state = unfed > 0 ? 'noSupply' : tripped.length > 0 ? 'tripped' : silent ? 'silent' : 'ok';
  return { state, tripped, heard };
}

/** The ground on which a district's lamps stand. */
export interface DistrictGround extends Area {
  readonly slot: number;
  readonly name: string;
}

export function districtGrounds(pieces: Iterable<DistrictLamps>): readonly DistrictGround[] {
  const districts = [...pieces];
  const areas = areasOf(
    districts.map(({ ids, lon, lat }) => ({ lon: lon.map((x, n) => (ids[n] ? x : Number.NaN)), lat })),
  );
  return districts.flatMap(({ slot, name }, n) => {
    const area = areas[n];
    return area === undefined ? [] : [{ slot, name, ...area }];
  });
}

export type OpenCabinet = FedCabinet & CabinetState;

/** « C2 » of « ARM-21-0158-C2 » beside its cabinet; the whole name where it doesn't begin with that. */
export const circuitName = (circuit: string, cabinet: string): string =>
  circuit.startsWith(`${cabinet}-`) ? circuit.slice(cabinet.length + 1) : circuit;
