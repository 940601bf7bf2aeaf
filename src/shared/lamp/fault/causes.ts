import { circuitKey } from '../circuit.ts';
import type { DictionaryLamp } from '../dictionary.ts';
import { LampFault } from '../state.ts';
import type { FaultCause } from './group.ts';

/** A lamp that is at fault, as reports tell. */
export interface FaultyLamp {
  readonly lamp: DictionaryLamp;
  /** bits of `LampFault` */
  readonly faults: number;
  /** which way its power is out of band */
  readonly power?: 'low' | 'high' | undefined;
  /** since when it is at fault, ms since the epoch */
  readonly since: number;
}

/** How many lamps the inventory hangs on what feeds them. */
export interface Fed {
  readonly cabinet: (id: string) => number;
  /** by `circuitKey` */
  readonly circuit: (key: string) => number;
}

/**
 * By what its lamps show, the fault that a cabinet has in common with others: they went dark together, as alarms are
 * grouped. None where it failed alone.
 */
export interface Together {
  readonly noSupply: (cabinet: string) => string | undefined;
  readonly dark: (cabinet: string) => string | undefined;
}
export const ALONE: Together = { noSupply: () => undefined, dark: () => undefined };

/** Lamps that one repair mends. */
export interface CauseGroup {
  /** the same as long as the same thing is broken in the same place */
  readonly id: string;
  readonly cause: FaultCause;
  readonly fed?: number;
  readonly lamps: readonly FaultyLamp[];
}

/** From so many lamps of one cabinet or circuit, and half of those that it feeds, that itself is the cause. */
const MANY = 4;
/** So many dark ones in one street under one cabinet share a cable. */
const ROW = 3;

type Symptom = 'noSupply' | 'tripped' | 'dark' | 'burning' | 'silent' | 'low' | 'high' | 'mast' | 'lantern';

/** What a lamp shows first: what feeds it explains all else, and what hangs broken all that it does. */
function symptomOf({ faults, power }: FaultyLamp): Symptom | undefined {
  const has = (...names: readonly (keyof typeof LampFault)[]) =>
    names.some((name) => (faults & LampFault[name]) !== 0);
  if (has('cabinet')) return 'noSupply';
  if (has('circuit')) return 'tripped';
  if (has('columnIssue')) return 'mast';
  if (has('brokenLantern')) return 'lantern';
  if (has('silent')) return 'silent';
  if (has('darkAtNight', 'defectiveLamp')) return 'dark';
  if (has('burningByDay')) return 'burning';
  return has('powerOutOfBand') ? (power ?? 'low') : undefined;
}

/** For a symptom: what it is called where a whole cabinet, a whole circuit, a row of a street, or a lamp shows it. */
interface Scale {
  readonly cabinet?: FaultCause;
  readonly circuit?: FaultCause;
  readonly row?: FaultCause;
  readonly lamp: FaultCause;
}
const SCALES: Readonly<Record<Symptom, Scale>> = {
  noSupply: { lamp: 'noSupply' },
  tripped: { lamp: 'tripped' },
  dark: { cabinet: 'cabinetDark', circuit: 'circuitDark', row: 'cable', lamp: 'light' },
  burning: { cabinet: 'clock', circuit: 'contactor', lamp: 'control' },
  silent: { cabinet: 'gateway', lamp: 'radio' },
  low: { lamp: 'leds' },
  high: { lamp: 'driver' },
  mast: { lamp: 'mast' },
  lantern: { lamp: 'lantern' },
};

const cabinetOf = ({ lamp }: FaultyLamp): string => lamp.cabinet ?? '';
const circuitOf = ({ lamp }: FaultyLamp): string => circuitKey(lamp) ?? '';
const streetOf = ({ lamp }: FaultyLamp): string =>
  [lamp.street || lamp.id, lamp.commune ?? '', lamp.cabinet ?? ''].join('|');

/** One that says itself that it is broken is fed: no cable explains it. */
const unsaidStreetOf = (one: FaultyLamp): string =>
  (one.faults & LampFault.defectiveLamp) === 0 ? streetOf(one) : '';

/**
 * Lamps at fault, by what is likely to be broken. Each lamp is in one group. The rules, from the largest cause to the
 * least, for lamps that show the same:
 * - cabinets that went dark together: what feeds them, one fault as their alarm is one;
 * - a cabinet that says so, a circuit that says so, is the cause for all that it feeds;
 * - `MANY` lamps of a cabinet that are half of what it feeds or more: the cabinet (its supply, its clock, its gateway);
 * - of those left, the same by circuit (its line, its contactor);
 * - of those left, `ROW` dark ones in one street under one cabinet, of which none says that it is broken: the cable between them;
 * - whatever is left: each lamp's own, listed by street, for that is one stop.
 */
export function causesOf(
  lamps: Iterable<FaultyLamp>,
  fed: Fed,
  together: Together = ALONE,
): readonly CauseGroup[] {
  const groups: CauseGroup[] = [];
  const bySymptom = Map.groupBy(lamps, symptomOf);
  for (const [symptom, all] of bySymptom) {
    if (symptom === undefined) continue;
    const scale = SCALES[symptom];
    let left: readonly FaultyLamp[] = all;
    const take = (
      cause: FaultCause | undefined,
      of: (lamp: FaultyLamp) => string,
      count: ((id: string) => number) | undefined,
      enough: (found: number, fed: number | undefined) => boolean,
    ) => {
      if (cause === undefined) return;
      const rest: FaultyLamp[] = [];
      for (const [id, some] of Map.groupBy(left, of)) {
        const whole = count?.(id);
        if (id === '' || !enough(some.length, whole)) rest.push(...some);
        else groups.push({ id: `${cause}|${id}`, cause, lamps: some, ...(whole && { fed: whole }) });
      }
      left = rest;
    };
    const many = (found: number, whole = Infinity) => found >= MANY && 2 * found >= whole;
    const any = () => true;
    if (symptom === 'noSupply' || symptom === 'dark')
      take('feeder', (one) => together[symptom](cabinetOf(one)) ?? '', undefined, any);
    if (symptom === 'noSupply') take('noSupply', cabinetOf, fed.cabinet, any);
    if (symptom === 'tripped') take('tripped', circuitOf, fed.circuit, any);
    take(scale.cabinet, cabinetOf, fed.cabinet, many);
    take(scale.circuit, circuitOf, fed.circuit, many);
    take(scale.row, unsaidStreetOf, undefined, (found) => found >= ROW);
    take(scale.lamp, streetOf, undefined, any);
  }
  return groups;
}
