import { distance } from '../../shared/geo/position.ts';
import { circuitKey } from '../../shared/lamp/circuit.ts';
import type { DictionaryLamp } from '../../shared/lamp/dictionary.ts';

/** How far a fault reaches. */
export interface FaultExtent {
  /** lamps that are out; 0 where only the cabinet is known to fail */
  readonly lamps: number;
  /** circuits that feed them, by name: two of one name are in it twice */
  readonly circuits: readonly string[];
  /** streets they light, the one with most of them first */
  readonly streets: readonly string[];
  /** a lamp in that street, in the middle of all: says where it is */
  readonly at: DictionaryLamp | undefined;
}

/**
 * @param out lamps that are out
 * @param near lamps that tell where the cabinets are, for want of others
 */
export function extentOf(out: readonly DictionaryLamp[], near: readonly DictionaryLamp[]): FaultExtent {
  const told = out.length > 0 ? out : near;
  const circuits = new Map(told.map((lamp) => [circuitKey(lamp), lamp.circuit ?? []] as const));
  const byStreet = Map.groupBy(
    told.filter(({ street }) => street !== ''),
    ({ street }) => street,
  );
  const streets = [...byStreet]
    .sort(([a, some], [b, others]) => others.length - some.length || a.localeCompare(b))
    .map(([street]) => street);
  const main = (streets[0] === undefined ? undefined : byStreet.get(streets[0])) ?? told;
  return {
    lamps: out.length,
    circuits: [...circuits.values()].flat().sort(),
    streets,
    at: middleOf(told, main),
  };
}

/** Of some lamps the one nearest to the middle of all. */
function middleOf(
  all: readonly DictionaryLamp[],
  some: readonly DictionaryLamp[],
): DictionaryLamp | undefined {
  const mean = (axis: 0 | 1) => all.reduce((sum, { position }) => sum + position[axis], 0) / all.length;
  const middle = [mean(0), mean(1)] as const;
  let best: DictionaryLamp | undefined;
  let least = Infinity;
  for (const lamp of some) {
    const far = distance(lamp.position, middle);
    if (far < least) [best, least] = [lamp, far];
  }
  return best;
}
