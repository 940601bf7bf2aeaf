import type { NightStep } from './night.ts';

/** What made a lamp's level: the split of its energy by cause is made by this. */
export type LevelCause = 'schedule' | 'presence' | 'override' | 'floor' | 'fault';

/** What a lamp's level is decided by, at one moment. */
export interface LampSituation {
  /** it can burn: neither out of order nor without supply */
  readonly works: boolean;
  /** of its programme; undefined where that has it off */
  readonly step: NightStep | undefined;
  /** civil twilight is over */
  readonly dark: boolean;
  /** somebody is there, or was until a moment ago, or is about to be */
  readonly present: boolean;
  /** %, until ms since the epoch */
  readonly override?: Bound | undefined;
  /** what an incident there needs at least, likewise */
  readonly incident?: Bound | undefined;
  /** safety floor of the lamp, %; 0 for none */
  readonly floor: number;
}
export interface Bound {
  readonly level: number;
  readonly until: number;
}

export interface WantedLevel {
  /** % */
  readonly level: number;
  readonly cause: LevelCause;
}

/**
 * The level at which a lamp shall burn now, and why. An override until its end, else presence, else the step of its
 * programme; and at night never below what an incident or safety needs, whatever was commanded. A lamp that is off by
 * day stays off, but for an override; one that can't burn is off.
 */
export function levelAt(lamp: LampSituation, now: number): WantedLevel {
  const { works, step, dark, present, override, incident, floor } = lamp;
  if (!works) return { level: 0, cause: 'fault' };
  const wanted = chosen(step, present, holds(override, now));
  if (!dark && step === undefined) return wanted;
  const least = Math.max(floor, holds(incident, now)?.level ?? 0);
  return wanted.level < least ? { level: least, cause: 'floor' } : wanted;
}

const holds = (bound: Bound | undefined, now: number): Bound | undefined =>
  bound !== undefined && now < bound.until ? bound : undefined;

function chosen(step: NightStep | undefined, present: boolean, override: Bound | undefined): WantedLevel {
  if (override !== undefined) return { level: override.level, cause: 'override' };
  const raised = present ? step?.presence?.raised : undefined;
  if (raised !== undefined) return { level: raised, cause: 'presence' };
  return { level: step?.level ?? 0, cause: 'schedule' };
}
