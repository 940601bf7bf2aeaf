import { type NearIndex, nearIndex } from '../geo/near.ts';
import { distance, type Position } from '../geo/position.ts';
import type { Crossing } from './model.ts';

/**
 * How far from a crossing lamps are that light it, m, where a plan says nothing else. No standard prescribes a distance
 * between crossing and lamps: EN 13201-2 (informative annex on pedestrian crossings), CIE 115 (conflict areas) and CIE 136
 * ask for light on who crosses and waits, and leave the means to a calculation. 20 m is a little more than half of the 30 m
 * at which lamps usually stand: so the lamp on either side of a crossing is among them, and the next one is not.
 */
export const CROSSING_METRES = 20;
/** So many times as far the nearest lamp may be where none is nearer. */
const ALONE = 2;

/** A crossing that a lamp lights, and how far from it, m. */
export interface LitCrossing {
  readonly crossing: Crossing;
  readonly metres: number;
}

/** Which lamps light which crossings. */
export interface CrossingLight {
  /**
   * The crossings that a lamp at this place lights, the nearest first.
   * @param metres how far from a crossing lamps are that light it
   */
  litFrom(lamp: Position, metres: number): readonly LitCrossing[];
  /** The same the other way round: the lamps that light one of these crossings, each as its place in the list, the nearest first. */
  lampsOf(crossing: Crossing, metres: number): readonly number[];
  /** The same for all lamps at once: whether one of them, by its place, lights any crossing. */
  lights(metres: number): (lamp: Position) => boolean;
}

/** Where no crossing is known, or no lamp. */
export const NO_CROSSINGS: CrossingLight = {
  litFrom: () => [],
  lampsOf: () => [],
  lights: () => () => false,
};

/**
 * A crossing is lit by all lamps that are no further from it than `metres`. Where none is so near it is lit by the nearest
 * one, and by those that are as far to a metre, up to twice as far; where there is none either, by no lamp. So a nearer lamp is
 * never left out while a farther one is in, and a lamp more leaves no crossing without light.
 * @param lamps of the whole city, lit or not: what is broken today is to burn once it is mended
 */
export function crossingLight(crossings: readonly Crossing[], lamps: readonly Position[]): CrossingLight {
  if (crossings.length === 0 || lamps.length === 0) return NO_CROSSINGS;
  const [byPlace, standing] = [nearIndex(crossings.map(({ position }) => position)), nearIndex(lamps)];
  const nearest = new Map(crossings.map((one) => [one, nearestMetres(one.position, lamps, standing)]));
  /** the lamps that light a crossing, in no order */
  const lampsFor = ({ position }: Crossing, reach: number): readonly number[] =>
    standing.within(position, reach * SLACK).filter((i) => distance(lamps[i]!, position) <= reach);
  const reachTo = (crossing: Crossing, metres: number) =>
    reachOf(nearest.get(crossing) ?? Number.POSITIVE_INFINITY, metres);
  return {
    litFrom: (lamp, metres) =>
      byPlace
        .within(lamp, ALONE * metres * SLACK)
        .map(
          (i): LitCrossing => ({ crossing: crossings[i]!, metres: distance(lamp, crossings[i]!.position) }),
        )
        .filter(({ crossing, metres: far }) => far <= reachTo(crossing, metres))
        .toSorted((a, b) => a.metres - b.metres || (a.crossing.id < b.crossing.id ? -1 : 1)),
    lampsOf: (crossing, metres) => {
      const far = (i: number) => distance(lamps[i]!, crossing.position);
      return lampsFor(crossing, reachTo(crossing, metres)).toSorted((a, b) => far(a) - far(b));
    },
    lights: (metres) => {
      // A city has ten lamps for each crossing: it is the crossings that are asked.
      const lit = new Map<number, Set<number>>();
      for (const crossing of crossings)
        for (const i of lampsFor(crossing, reachTo(crossing, metres))) {
          const [lon, lat] = lamps[i]!;
          const there = lit.get(lon) ?? new Set<number>();
          lit.set(lon, there.add(lat));
        }
      return ([lon, lat]) => lit.get(lon)?.has(lat) ?? false;
    },
  };
}

/** The index measures on a plane: what it finds is measured again. */
const SLACK = 1.01;

/**
 * How far from a crossing the lamps are that light it, m. @param nearest of all lamps, m: others within the same metre are as
 * far, for no inventory is surveyed more exactly than that
 */
const reachOf = (nearest: number, metres: number): number =>
  nearest > metres && nearest <= ALONE * metres ? Math.min(Math.ceil(nearest), ALONE * metres) : metres;

function nearestMetres(at: Position, lamps: readonly Position[], standing: NearIndex): number {
  const first = distance(at, lamps[standing.nearest(at)]!);
  return standing
    .within(at, first * SLACK)
    .reduce((least, i) => Math.min(least, distance(at, lamps[i]!)), first);
}
