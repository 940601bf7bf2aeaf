import { meterAt, metered } from '../../shared/energy/meter.ts';
import { countStretch, type Expected } from '../../shared/energy/stretch.ts';
import { type EnergySums, NOTHING, SUM_FIELDS } from '../../shared/energy/sums.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import { LampFault, LampState } from '../../shared/lamp/state.ts';
import { atOnce, type Steps } from '../../shared/steps.ts';
import { goOn, type LampArrays, lampArrays, powersBefore, type Streets } from './lamps.ts';

/** What the counter asks of the rest of the hub. */
export interface Around {
  /** bits of shared/lamp/state.ts, as they are now */
  readonly bitsOf: (lamp: string) => { readonly state: number; readonly faults: number } | undefined;
  /** what a lamp's programme says now; undefined where no plan tells of it */
  readonly expected: (district: number, index: number, at: number) => Expected | undefined;
  /** whether a lamp's order was given for an intervention, and the % that the plan keeps it at for one */
  readonly needed?: (
    lamp: string,
    district: number,
    index: number,
  ) => { readonly forTicket: boolean; readonly incident: number | undefined };
  /** hours of the reference night in a stretch, ms; undefined where no sun is reckoned */
  readonly nightHours: (from: number, to: number) => number | undefined;
  /** `2026-11-28`, there */
  readonly dayOf: (at: number) => string;
}
export interface CounterRule {
  /** not heard of for longer, what a lamp takes is unknown, ms */
  readonly carryMs: number;
  /** W of a lamp that is off */
  readonly standby: number;
}

/** Sums by district and street. */
export type StreetSums = ReadonlyMap<string, ReadonlyMap<string, EnergySums>>;
/** An hour that is over, with what was counted in it by this counter. */
export interface ClosedHour {
  readonly from: number;
  readonly sums: StreetSums;
}

export const HOUR_MS = 3_600_000;
export const hourOf = (at: number): number => Math.floor(at / HOUR_MS) * HOUR_MS;

const FIELD = Object.fromEntries(SUM_FIELDS.map((field, i) => [field, i])) as Record<
  keyof EnergySums,
  number
>;
const WIDTH = SUM_FIELDS.length;
const UNFED = LampFault.circuit | LampFault.cabinet;
const BROKEN =
  UNFED | LampFault.defectiveLamp | LampFault.columnIssue | LampFault.brokenLantern | LampFault.darkAtNight;
const orNone = (n: number): number | undefined => (Number.isNaN(n) ? undefined : n);

/** Counts what all lamps take, street by street, in the hour that runs. Time is given; nothing is kept on disk here. */
export class EnergyCounter {
  readonly #around: Around;
  readonly #rule: CounterRule;
  #dictionaries: readonly Dictionary[];
  #lamps: LampArrays;
  #streets: Streets;
  /** by which it is judged which lamps are converted */
  #day: string;
  /** `SUM_FIELDS` of each street, without what is used: that is known from each lamp at the end only */
  #sums: Float64Array;
  #hour: number;
  readonly #closed: ClosedHour[] = [];

  /** @param from ms: what was before is not counted here */
  constructor(around: Around, rule: CounterRule, dictionaries: readonly Dictionary[], from: number) {
    this.#around = around;
    this.#rule = rule;
    this.#dictionaries = dictionaries;
    this.#day = around.dayOf(from);
    ({ lamps: this.#lamps, streets: this.#streets } = atOnce(lampArrays(dictionaries, this.#day)));
    this.#lamps.doneTo.fill(from);
    this.#sums = new Float64Array(this.#streets.of.length * WIDTH);
    this.#hour = hourOf(from);
  }

  get hour(): number {
    return this.#hour;
  }

  /**
   * A lamp has reported. @param at when that was observed @param now ms
   * @param watts and @param kwh of its meter, where it says them
   */
  report(lamp: string, level: number, at: number, now: number, watts?: number, kwh?: number): void {
    this.#roll(now);
    const i = this.#lamps.places.get(lamp);
    if (i === undefined) return;
    const lamps = this.#lamps;
    this.#count(i, Math.min(at, now));
    lamps.level[i] = level;
    lamps.watts[i] = watts ?? Number.NaN;
    lamps.heardAt[i] = at;
    if (kwh === undefined) return;
    if (kwh < lamps.meter[i]!) lamps.wasReset[i] = 1;
    lamps.meter[i] = kwh;
    lamps.meterAt[i] = at;
  }

  /** Counts all lamps up to now; to be called each minute. */
  settle(now: number): void {
    this.#roll(now);
    this.#countAll(now);
  }

  /** Hours that have ended since this was asked last. */
  takeClosed(): readonly ClosedHour[] {
    return this.#closed.splice(0);
  }

  /** What was counted in the hour that runs. @param at ms, up to which all is counted */
  sums(at: number): StreetSums {
    const sums = Float64Array.from(this.#sums);
    const lamps = this.#lamps;
    const hours = (at - this.#hour) / HOUR_MS;
    for (let i = 0; i < lamps.size; i++) {
      const byMeter = metered(orNone(lamps.anchor[i]!), this.#meterOf(i, at), hours, lamps.wasReset[i] === 1);
      const kwh = byMeter ?? lamps.used[i]!;
      if (kwh === 0) continue;
      const street = lamps.street[i]! * WIDTH;
      const rated = lamps.byRating[i] === 1;
      sums[street + (byMeter !== undefined ? FIELD.meter : rated ? FIELD.rated : FIELD.power)]! += kwh;
      if (!this.#isBased(i)) continue;
      const field = byMeter !== undefined ? FIELD.basedMeter : rated ? FIELD.basedRated : FIELD.basedPower;
      sums[street + field]! += kwh;
    }
    return this.#byStreet(sums);
  }

  /** By district: lamps there are, those known just now, and those of them with a baseline. */
  counts(): ReadonlyMap<
    string,
    { readonly lamps: number; readonly counted: number; readonly based: number }
  > {
    const lamps = this.#lamps;
    const all = this.#streets.districts.map(() => ({ lamps: 0, counted: 0, based: 0 }));
    for (let i = 0; i < lamps.size; i++) {
      const of = all[lamps.district[i]!]!;
      of.lamps += 1;
      if (lamps.known[i] === 0) continue;
      of.counted += 1;
      if (this.#isBased(i)) of.based += 1;
    }
    return new Map(this.#streets.districts.map((district, i) => [district, all[i]!]));
  }

  /**
   * Another inventory. @returns goes over to it, given the time, ms, and returns what was counted in this hour until then,
   * that the counter forgets
   */
  *refit(dictionaries: readonly Dictionary[], begun: number): Steps<(now: number) => StreetSums> {
    const day = this.#around.dayOf(begun);
    const { lamps, streets } = yield* lampArrays(dictionaries, day);
    return (now) => {
      this.settle(now);
      const until = this.sums(now);
      goOn(lamps, this.#lamps, now);
      this.#dictionaries = dictionaries;
      this.#day = day;
      this.#lamps = lamps;
      this.#streets = streets;
      this.#sums = new Float64Array(streets.of.length * WIDTH);
      return until;
    };
  }

  #isBased(i: number): boolean {
    return !Number.isNaN(this.#lamps.before[i]!);
  }

  #roll(now: number): void {
    for (let end = this.#hour + HOUR_MS; now >= end; end += HOUR_MS) {
      this.#countAll(end);
      this.#closed.push({ from: this.#hour, sums: this.sums(end) });
      this.#begin(end);
    }
  }

  #begin(hour: number): void {
    const lamps = this.#lamps;
    for (let i = 0; i < lamps.size; i++) lamps.anchor[i] = this.#meterOf(i, hour) ?? Number.NaN;
    lamps.used.fill(0);
    lamps.byRating.fill(0);
    lamps.wasReset.fill(0);
    this.#sums.fill(0);
    this.#hour = hour;
    const day = this.#around.dayOf(hour);
    if (day === this.#day) return;
    this.#day = day;
    lamps.before.set(powersBefore(this.#dictionaries, day));
  }

  #meterOf(i: number, at: number): number | undefined {
    const { meter, meterAt: read, watts, power, ids } = this.#lamps;
    // Without any power of its own the lamp is unknown (docs/energy.md, formula 2), and so is not in the sums.
    const isUnknown = Number.isNaN(watts[i]!) && Number.isNaN(power[i]!);
    if (Number.isNaN(meter[i]!) || isUnknown) return undefined;
    const dark = ((this.#around.bitsOf(ids[i]!)?.faults ?? 0) & UNFED) !== 0;
    return meterAt({ kwh: meter[i]!, at: read[i]! }, dark ? 0 : (orNone(watts[i]!) ?? 0), at);
  }

  #countAll(to: number): void {
    for (let i = 0; i < this.#lamps.size; i++) this.#count(i, to);
  }

  /** Counts a lamp as it was last reported, from where it is counted to. */
  #count(i: number, to: number): void {
    const lamps = this.#lamps;
    const from = lamps.doneTo[i]!;
    if (to <= from) return;
    lamps.doneTo[i] = to;
    const street = lamps.street[i]! * WIDTH;
    const add = (field: keyof EnergySums, n: number) => {
      this.#sums[street + FIELD[field]]! += n;
    };
    add('lamps', (to - from) / HOUR_MS);
    const until = Math.min(to, lamps.heardAt[i]! + this.#rule.carryMs);
    lamps.known[i] = 0;
    if (until <= from) return;
    const hours = (until - from) / HOUR_MS;
    const night = this.#around.nightHours(from, until);
    const { state = 0, faults = 0 } = this.#around.bitsOf(lamps.ids[i]!) ?? {};
    const counted = countStretch(
      {
        power: orNone(lamps.power[i]!),
        powerBefore: night === undefined ? undefined : orNone(lamps.before[i]!),
      },
      {
        hours,
        nightHours: night ?? 0,
        level: lamps.level[i]!,
        reported: orNone(lamps.watts[i]!),
        expected: this.#around.expected(lamps.district[i]!, lamps.index[i]!, from),
        override: (state & LampState.override) !== 0,
        ...this.#around.needed?.(lamps.ids[i]!, lamps.district[i]!, lamps.index[i]!),
        faulty: (faults & BROKEN) !== 0,
        unfed: (faults & UNFED) !== 0,
      },
      this.#rule.standby,
    );
    if (counted.watts === undefined) return;
    if (until === to) lamps.known[i] = 1;
    lamps.used[i]! += (counted.watts * hours) / 1_000;
    if (counted.by === 'rated') lamps.byRating[i] = 1;
    add('known', hours);
    if (counted.raised) add('raised', hours);
    const { based, moved } = counted;
    if (based === undefined) return;
    add('based', hours);
    add('baseline', based.baseline);
    add('led', based.led);
    add('schedule', based.schedule);
    if (moved !== undefined) add(moved.part, moved.kwh);
  }

  #byStreet(sums: Float64Array): StreetSums {
    const out = new Map<string, Map<string, EnergySums>>(
      this.#streets.districts.map((id) => [id, new Map()]),
    );
    for (const [i, { district, street }] of this.#streets.of.entries()) {
      const of = { ...NOTHING };
      for (const field of SUM_FIELDS) of[field] = sums[i * WIDTH + FIELD[field]]!;
      out.get(district)?.set(street, of);
    }
    return out;
  }
}
