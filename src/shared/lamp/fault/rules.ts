import { ratedWatts } from '../../energy/stretch.ts';
import type { Due } from './due.ts';

/** What a rule says of one report: `unknown` leaves all as it was. */
export type Verdict = 'faulty' | 'fine' | 'unknown';

/** One report of a lamp, and what explains it. */
export interface Report {
  /** % that it burns at, as it says; 0 for off */
  readonly level: number;
  /** whether the level was said, not taken from « on » or « low » */
  readonly measured: boolean;
  /** W, as it says */
  readonly power?: number | undefined;
  /** W at full level, of the inventory */
  readonly rated?: number | undefined;
  /** it says of itself what is wrong, or nothing feeds it */
  readonly explained: boolean;
  /** an order keeps it out of its programme, or did until just now, or the programme itself is new */
  readonly ordered: boolean;
  readonly due: Due;
}

/**
 * Dark at night: all through the stretch around the report it should have burnt, and it says off. Any light that it
 * gives, at whatever time and by whatever order, proves that it works.
 */
export function darkAtNight({ level, explained, ordered, due }: Report): Verdict {
  if (level > 0) return 'fine';
  return !explained && !ordered && due.least > 0 ? 'faulty' : 'unknown';
}

/**
 * Burning by day: the sun is well up, no programme wants it, nobody ordered it, and it burns. Off, at whatever time,
 * proves that it can be switched off.
 */
export function burningByDay({ level, explained, ordered, due }: Report): Verdict {
  if (level === 0) return 'fine';
  return !explained && !ordered && due.sun === 'day' && due.most === 0 ? 'faulty' : 'unknown';
}

export interface PowerRule {
  /** how far from what is expected it may be, 0 to 1 of that; inventories round, drivers differ */
  readonly tolerance: number;
}

/** What electronics take beside the light, of the rated power: a driver that is dimmed down takes more than its share. */
const BESIDE = 0.05;
/** Meters of luminaires count no finer, W. */
const METER_W = 2;
/** Below this level, %, and for weaker luminaires, W, the meter's error is as large as the fault. */
const LEAST_LEVEL = 20;
const LEAST_RATED = 10;

/** W that a luminaire takes at a level in %: in proportion, above what its electronics take. */
export const expectedPower = (rated: number, level: number): number =>
  ratedWatts(rated, level, rated * BESIDE);

/**
 * Power out of band: the reported W are far from what rated power and level let expect. `low`: some of its LEDs give no
 * light; `high`: its driver is wearing out.
 */
export function powerOutOfBand(
  { level, measured, power, rated, explained }: Report,
  { tolerance }: PowerRule,
): 'low' | 'high' | 'fine' | 'unknown' {
  if (power === undefined || rated === undefined || !measured || explained) return 'unknown';
  if (level < LEAST_LEVEL || rated < LEAST_RATED) return 'unknown';
  const expected = expectedPower(rated, level);
  if (power < expected * (1 - tolerance) - METER_W) return 'low';
  return power > expected * (1 + tolerance) + METER_W ? 'high' : 'fine';
}

/** A fault on its way, or found: since when reports have said so without a break, ms since the epoch; 0 = they don't. */
export interface Standing {
  readonly since: number;
  readonly found: boolean;
}
export const NOTHING: Standing = { since: 0, found: false };

/**
 * What a report adds. A fault is found when reports have said so for `holdMs`; one that is found ends only with a proof,
 * one on its way with any report that doesn't say so.
 * @param at when it was observed, ms since the epoch
 */
export function after(before: Standing, verdict: Verdict, at: number, holdMs: number): Standing {
  if (verdict === 'fine') return NOTHING;
  if (verdict === 'unknown') return before.found ? before : NOTHING;
  const since = before.since === 0 ? at : before.since;
  return { since, found: before.found || at - since >= holdMs };
}
