import type { LampId } from '../../../shared/ids.ts';
import type { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import type { Due } from '../../../shared/lamp/fault/due.ts';
import {
  after,
  burningByDay,
  darkAtNight,
  NOTHING,
  type PowerRule,
  powerOutOfBand,
  type Report,
  type Standing,
  type Verdict,
} from '../../../shared/lamp/fault/rules.ts';
import { LampFault } from '../../../shared/lamp/state.ts';
import type { Streetlight } from '../../../shared/lamp/streetlight.ts';
import type { DueBook } from './due-book.ts';

/** The faults that no lamp says of itself: they are told from what it reports. */
export const JUDGED = ['darkAtNight', 'burningByDay', 'powerOutOfBand'] as const;
export type Judged = (typeof JUDGED)[number];

export interface JudgeRule extends PowerRule {
  /** how long reports must have said so, ms */
  readonly holdMs: Readonly<Record<Judged, number>>;
  /** an observation older than this, ms, is no reason any more */
  readonly oldMs: number;
  /** after an order or a new programme, ms: gateways lag */
  readonly settleMs: number;
}

/** What is said of a lamp when a fault is found, and when it is over. @param at when it was observed, ms */
type Found = (lamp: LampId, fault: Judged, found: boolean, at: number) => void;

interface Suspect {
  readonly standings: Record<Judged, Standing>;
  seen: number;
  power: 'low' | 'high' | undefined;
}

const EXPLAINED =
  LampFault.defectiveLamp |
  LampFault.columnIssue |
  LampFault.brokenLantern |
  LampFault.circuit |
  LampFault.cabinet;

/**
 * Finds faults of lamps in their reports, by the rules of `shared/lamp/fault`. Only lamps that something is said against
 * are kept; they are looked at again by a slow turn, for many report at changes only.
 */
export class LampJudge {
  readonly #rule: JudgeRule;
  readonly #due: Pick<DueBook, 'at'>;
  readonly #found: Found;
  readonly #suspects = new Map<LampId, Suspect>();
  /** lamps under orders → until when these explain what they do */
  readonly #ordered = new Map<LampId, number>();
  #newPlanUntil = 0;

  constructor(rule: JudgeRule, due: Pick<DueBook, 'at'>, found: Found) {
    this.#rule = rule;
    this.#due = due;
    this.#found = found;
  }

  /** What was found before a restart. @param since ms since the epoch */
  know(lamp: LampId, fault: Judged, since: number, power?: 'low' | 'high'): void {
    const suspect = this.#suspect(lamp);
    suspect.standings[fault] = { since, found: true };
    if (power !== undefined) suspect.power = power;
  }

  /** Programmes are other ones from now on. */
  replanned(now: number): void {
    this.#newPlanUntil = now + this.#rule.settleMs;
  }

  /** A lamp is under an order from the room, or no longer. */
  ordered(lamp: LampId, override: boolean, now: number): void {
    if (override) this.#ordered.set(lamp, Infinity);
    else if (this.#ordered.has(lamp)) this.#ordered.set(lamp, now + this.#rule.settleMs);
  }

  /** Since when reports have said the first of what is found of a lamp, ms since the epoch. */
  sinceOf(lamp: LampId): number | undefined {
    const { standings } = this.#suspects.get(lamp) ?? {};
    const found = JUDGED.flatMap((fault) => (standings?.[fault].found ? [standings[fault].since] : []));
    return found.length === 0 ? undefined : Math.min(...found);
  }

  /** Which way the power of a lamp is out of band. */
  powerOf(lamp: LampId): 'low' | 'high' | undefined {
    return this.#suspects.get(lamp)?.power;
  }

  /**
   * A report has been taken.
   * @param level %, as taken @param faults of the lamp now, bits @param at when it was observed, ms
   */
  heard(
    lamp: DictionaryLamp,
    light: Streetlight,
    level: number,
    faults: number,
    at: number,
    now: number,
  ): void {
    const until = this.#ordered.get(lamp.id) ?? 0;
    if (until !== 0 && until <= now) this.#ordered.delete(lamp.id);
    const report: Report = {
      level,
      measured: light.illuminanceLevel !== undefined,
      power: light.powerConsumption,
      rated: lamp.luminaire?.power,
      explained: (faults & EXPLAINED) !== 0,
      ordered: now < until || now < this.#newPlanUntil,
      due: this.#due.at(lamp.id, at),
    };
    const power = powerOutOfBand(report, this.#rule);
    const isOff = power === 'low' || power === 'high';
    const old = now - at > this.#rule.oldMs;
    this.#weigh(
      lamp.id,
      {
        darkAtNight: fresh(darkAtNight(report), old),
        burningByDay: fresh(burningByDay(report), old),
        powerOutOfBand: fresh(isOff ? 'faulty' : power, old),
      },
      isOff ? power : undefined,
      at,
    );
  }

  #weigh(
    lamp: LampId,
    verdicts: Readonly<Record<Judged, Verdict>>,
    power: 'low' | 'high' | undefined,
    at: number,
  ): void {
    const known = this.#suspects.get(lamp);
    if (known === undefined && JUDGED.every((fault) => verdicts[fault] !== 'faulty')) return;
    const suspect = known ?? this.#suspect(lamp);
    suspect.seen = at;
    if (power !== undefined) suspect.power = power;
    for (const fault of JUDGED) {
      const before = suspect.standings[fault];
      const next = after(before, verdicts[fault], at, this.#rule.holdMs[fault]);
      suspect.standings[fault] = next;
      if (before.found !== next.found) this.#found(lamp, fault, next.found, next.found ? next.since : at);
    }
    if (JUDGED.every((fault) => suspect.standings[fault].since === 0)) this.#suspects.delete(lamp);
  }

  /** What has lasted long enough though nothing more was reported. To be called each minute. */
  turn(now: number): void {
    for (const [lamp, { standings, seen }] of this.#suspects)
      for (const fault of JUDGED) {
        const { since, found } = standings[fault];
        if (found || since === 0 || now - since < this.#rule.holdMs[fault]) continue;
        if (now - seen > this.#rule.oldMs || this.#ordered.has(lamp) || now < this.#newPlanUntil) continue;
        if (!stillDue(fault, this.#due.at(lamp, now))) continue;
        standings[fault] = { since, found: true };
        this.#found(lamp, fault, true, since);
      }
  }

  /** Lets go of lamps that the inventory no longer has. */
  forgetStrangers(isLamp: (lamp: LampId) => boolean): void {
    for (const lamp of this.#suspects.keys()) if (!isLamp(lamp)) this.#suspects.delete(lamp);
    for (const lamp of this.#ordered.keys()) if (!isLamp(lamp)) this.#ordered.delete(lamp);
  }

  #suspect(lamp: LampId): Suspect {
    const known = this.#suspects.get(lamp);
    if (known !== undefined) return known;
    const made: Suspect = {
      standings: { darkAtNight: NOTHING, burningByDay: NOTHING, powerOutOfBand: NOTHING },
      seen: 0,
      power: undefined,
    };
    this.#suspects.set(lamp, made);
    return made;
  }
}

/** Whether a lamp that goes on as it was is still at fault. */
function stillDue(fault: Judged, { least, most, sun }: Due): boolean {
  if (fault === 'darkAtNight') return least > 0;
  return fault === 'powerOutOfBand' || (sun === 'day' && most === 0);
}

/** An old observation proves that a lamp works; that it does not, only a fresh one. */
const fresh = (verdict: Verdict, old: boolean): Verdict =>
  old && verdict === 'faulty' ? 'unknown' : verdict;
