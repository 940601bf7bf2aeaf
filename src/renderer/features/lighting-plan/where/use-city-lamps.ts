import { useMemo } from 'react';
import { crossingLight } from '../../../../shared/crossing/light.ts';
import { type CabinetsOfCircuits, cabinetsOfCircuits } from '../../../../shared/lighting/ambiguous.ts';
import { type StreetFacts, streetFacts, withCrossings } from '../../../../shared/lighting/place-lamps.ts';
import { useCity, useCrossings } from '../../city/index.ts';
import { type NameInUse, namesIn } from './names.ts';
import { type CityLamp, lampsIn } from './standings.ts';

/** The city as plans look at it. */
export interface CityForPlans {
  readonly lamps: readonly CityLamp[];
  /** what its street graph and its crossings say of them */
  readonly facts: StreetFacts;
  /** how many pedestrian crossings it has */
  readonly crossings: number;
  /** what a plan may name, beside the ids of lamps */
  readonly names: readonly NameInUse[];
  readonly circuits: CabinetsOfCircuits;
}

export function useCityLamps(): CityForPlans {
  const book = useCity((city) => city.book);
  const x = useCity((city) => city.lamps.x);
  const streets = useCity((city) => city.streets);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean that lamps came or went
  const lamps = useMemo(() => lampsIn(book.pieces), [book, x]);
  const crossings = useCrossings();
  const ground = useMemo(() => streetFacts(streets), [streets]);
  const facts = useMemo(() => {
    const places = lamps.map(({ lamp }) => lamp.position);
    return withCrossings(ground, crossingLight(crossings, places));
  }, [ground, crossings, lamps]);
  const names = useMemo(() => namesIn(lamps), [lamps]);
  const circuits = useMemo(() => cabinetsOfCircuits(lamps.map(({ lamp }) => lamp)), [lamps]);
  return useMemo(
    () => ({ lamps, facts, crossings: crossings.length, names, circuits }),
    [lamps, facts, crossings, names, circuits],
  );
}
