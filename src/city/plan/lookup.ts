import type { Position } from '../../shared/geo/position.ts';
import type { CabinetId, DistrictId, LampId } from '../../shared/ids.ts';
import { type Address, addressAt } from './addresses.ts';
import { lampFinder } from './nearest-lamp.ts';
import type { Cabinet, CityPlan, Lamp, Street } from './types.ts';

/** Questions a plan can answer; an unknown id gets undefined or an empty list. */
export type PlanLookup = {
  readonly lamp: (id: LampId) => Lamp | undefined;
  readonly street: (id: string) => Street | undefined;
  readonly cabinet: (id: CabinetId) => Cabinet | undefined;
  /** in the order of `index`, so that the place in the list is the place in the frames */
  readonly lampsOfDistrict: (id: DistrictId) => readonly Lamp[];
  readonly lampsOfCabinet: (id: CabinetId) => readonly Lamp[];
  readonly lampsOfCircuit: (circuit: string) => readonly Lamp[];
  /** in the order of the house numbers */
  readonly lampsOfStreet: (id: string) => readonly Lamp[];
  readonly streetsOfCommune: (commune: string) => readonly Street[];
  readonly nearestLamp: (at: Position) => Lamp;
  /** of the house nearest to the lamp */
  readonly addressOf: (lamp: Lamp) => Address;
  readonly addressNear: (at: Position) => Address;
};

/** Indexes a plan once, for all who ask. */
export function lookupOf(plan: CityPlan): PlanLookup {
  const { lamps, streets, cabinets } = plan;
  const byId = new Map(lamps.map((lamp) => [lamp.id, lamp]));
  const streetById = new Map(streets.map((street) => [street.id, street]));
  const cabinetById = new Map(cabinets.map((cabinet) => [cabinet.id, cabinet]));
  const byDistrict = Map.groupBy(lamps, (lamp) => lamp.district);
  const byCabinet = Map.groupBy(lamps, (lamp) => lamp.cabinet);
  const byCircuit = Map.groupBy(lamps, (lamp) => lamp.circuit);
  const byStreet = Map.groupBy(lamps, (lamp) => lamp.street);
  for (const row of byStreet.values()) row.sort((a, b) => a.along - b.along);
  const byCommune = Map.groupBy(streets, (street) => street.commune);
  const nearestLamp = lampFinder(lamps);
  const addressOf = (lamp: Lamp) => addressAt(streetById.get(lamp.street)!, lamp.along, lamp.side);
  return {
    lamp: (id) => byId.get(id),
    street: (id) => streetById.get(id),
    cabinet: (id) => cabinetById.get(id),
    lampsOfDistrict: (id) => byDistrict.get(id) ?? [],
    lampsOfCabinet: (id) => byCabinet.get(id) ?? [],
    lampsOfCircuit: (circuit) => byCircuit.get(circuit) ?? [],
    lampsOfStreet: (id) => byStreet.get(id) ?? [],
    streetsOfCommune: (commune) => byCommune.get(commune) ?? [],
    nearestLamp,
    addressOf,
    addressNear: (at) => addressOf(nearestLamp(at)),
  };
}
