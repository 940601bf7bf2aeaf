import { ratedWatts } from '../../shared/energy/stretch.ts';
import type { Streetlight } from '../../shared/lamp/streetlight.ts';
import { levelAt } from '../../shared/lighting/level.ts';
import type { NightStep } from '../../shared/lighting/night.ts';
import { hourOf, sunAltitude } from '../clock/city-clock.ts';
import { measuresOf } from '../inventory/conversions.ts';
import type { CityPlan } from '../plan/index.ts';
import { type Chance, chance } from '../plan/seeded-chance.ts';
import { scheduledLevel } from './night-level.ts';
import type { PresenceWave } from './presence-wave.ts';
import type { Programmed } from './programmes.ts';
import type { Quirk } from './quirks.ts';
import type { PresenceChange } from './walkers.ts';

export type LampTrouble = 'none' | 'defectiveLamp' | 'columnIssue' | 'brokenLantern' | 'silent';
const TROUBLES: readonly LampTrouble[] = ['none', 'defectiveLamp', 'columnIssue', 'brokenLantern', 'silent'];
/** Cumulated share of each kind, in the order of TROUBLES after `none`. */
const UP_TO = [0.6, 0.7, 0.85, 1];
/** Electronics of a dimmed luminaire, W. */
const STANDBY_W = 0.5;
const NONE = 255;
/** % that a lamp burns at which is never off, and the share of its power that one takes whose LEDs are half dead */
const STUCK_LEVEL = 80;
const WEAK_SHARE = 0.5;

/**
 * What 34,000 lamps do: each follows its cabinet's programme, people wake it, faults and tripped circuits darken it.
 * `refresh` says which have changed, so that only those speak.
 */
export class LampFleet {
  readonly #plan: CityPlan;
  readonly #luck: Chance;
  readonly #threshold: readonly number[];
  readonly #class: readonly Parameters<typeof scheduledLevel>[0][];
  readonly #level: Uint8Array;
  readonly #trouble: Uint8Array;
  readonly #programmes: Programmed | undefined;
  readonly #wave: PresenceWave | undefined;
  readonly #quirks: readonly (Quirk | undefined)[];
  /** % that a lamp was told to burn at, NONE where it follows its programme */
  readonly #told: Uint8Array;
  readonly #measures: readonly ReturnType<typeof measuresOf>[];
  readonly #energy: Float64Array;
  readonly #counted: Float64Array;
  readonly #dark = new Set<string>();
  #now = 0;

  /** @param by what decides beside the lamps themselves; without it they burn as they were commissioned */
  constructor(
    plan: CityPlan,
    faulty: number,
    now: number,
    by: {
      readonly programmes?: Programmed;
      readonly wave?: PresenceWave;
      readonly quirks?: readonly (Quirk | undefined)[];
    } = {},
  ) {
    this.#programmes = by.programmes;
    this.#wave = by.wave;
    this.#quirks = by.quirks ?? [];
    this.#plan = plan;
    this.#luck = chance(plan.seed, 'lamp fleet');
    const size = plan.lamps.length;
    const thresholds = new Map(plan.cabinets.map(({ id }) => [id, this.#luck.range(-4, -1)] as const));
    this.#threshold = plan.lamps.map(({ cabinet }) => thresholds.get(cabinet) ?? -2);
    this.#class = plan.lamps.map(({ edge }) => plan.edges[edge]!.class);
    this.#measures = plan.lamps.map((lamp) => measuresOf(plan.seed, lamp));
    this.#level = new Uint8Array(size);
    this.#told = new Uint8Array(size).fill(NONE);
    this.#trouble = new Uint8Array(size);
    this.#energy = Float64Array.from({ length: size }, () => this.#luck.range(40, 900));
    this.#counted = new Float64Array(size).fill(now);
    for (let i = 0; i < size; i++) if (this.#luck.happens(faulty)) this.breakLamp(i);
  }

  /** Gives a lamp a random fault. */
  breakLamp(index: number): LampTrouble {
    const draw = this.#luck.float();
    const kind = 1 + UP_TO.findIndex((limit) => draw < limit);
    this.#trouble[index] = kind;
    return TROUBLES[kind]!;
  }

  trip(circuit: string): void {
    this.#dark.add(circuit);
  }

  reset(circuit: string): void {
    this.#dark.delete(circuit);
  }

  /** A sensor sees somebody come near a lamp, or leave it. @param time of the city's day, ms */
  sensed(change: PresenceChange, time: number): void {
    this.#wave?.sensed(change, this.#programmes?.ruleOf(change.lamp, time)?.step?.presence, time);
  }

  /** What a lamp can't be told to burn below now, %. */
  floorOf(index: number): number {
    const rule = this.#programmes?.ruleOf(index, this.#now);
    if (rule === undefined || !(rule.dark || rule.step !== undefined)) return 0;
    return Math.max(rule.floor, rule.incident?.level ?? 0);
  }

  /** Takes a lamp out of its programme. @param level %; undefined gives it back */
  override(index: number, level: number | undefined): void {
    this.#told[index] = level ?? NONE;
  }

  /** A lamp that has lost its speech, not its light. */
  silent(index: number): boolean {
    return TROUBLES[this.#trouble[index]!] === 'silent' || this.#dark.has(this.#plan.lamps[index]!.circuit);
  }

  /**
   * Brings every lamp to the given moment of the city's day.
   * @returns indices of those whose light has changed
   */
  refresh(time: number): readonly number[] {
    this.#now = time;
    const sun = sunAltitude(time);
    const hour = hourOf(time);
    const changed: number[] = [];
    for (let i = 0; i < this.#level.length; i++) {
      const level = this.#wanted(i, time, sun, hour);
      if (level === this.#level[i]) continue;
      this.#count(i, time);
      this.#level[i] = level;
      changed.push(i);
    }
    return changed;
  }

  #wanted(i: number, time: number, sun: number, hour: number): number {
    const trouble = TROUBLES[this.#trouble[i]!];
    const rule = this.#programmes?.ruleOf(i, time);
    const told = this.#told[i]!;
    const { level } = levelAt(
      {
        works: trouble !== 'defectiveLamp' && !this.#dark.has(this.#plan.lamps[i]!.circuit),
        step: rule === undefined ? this.#commissioned(i, sun, hour) : rule.step,
        dark: rule?.dark ?? false,
        floor: rule?.floor ?? 0,
        incident: rule?.incident,
        present: this.#wave?.isAwake(i, time) ?? false,
        override: told === NONE ? undefined : { level: told, until: Infinity },
      },
      time,
    );
    return this.#odd(i, level);
  }

  /** What is wrong with it unsaid changes its light, as long as it is fed. */
  #odd(i: number, level: number): number {
    const quirk = this.#quirks[i];
    if (quirk === 'quietlyDark') return 0;
    const unlit = level === 0 && quirk === 'stuckOn' && !this.#dark.has(this.#plan.lamps[i]!.circuit);
    return unlit ? STUCK_LEVEL : level;
  }

  /** What a lamp does that nobody has ever programmed. */
  #commissioned(i: number, sun: number, hour: number): NightStep | undefined {
    const level = scheduledLevel(this.#class[i]!, sun, this.#threshold[i]!, hour);
    return level === 0 ? undefined : { from: -Infinity, to: Infinity, level };
  }

  /** What the lamp says of itself. @param at real time, ISO 8601 */
  state(index: number, time: number, at: string): Streetlight {
    const lamp = this.#plan.lamps[index]!;
    const level = this.#level[index]!;
    const trouble = TROUBLES[this.#trouble[index]!]!;
    this.#count(index, time);
    return {
      id: lamp.id,
      type: 'Streetlight',
      powerState: level === 0 ? 'off' : level < 50 ? 'low' : 'on',
      illuminanceLevel: level / 100,
      status: trouble === 'none' || trouble === 'silent' ? 'ok' : trouble,
      ...(this.#measures[index]!.power && {
        powerConsumption: Math.round(this.#power(index, level) * 10) / 10,
      }),
      ...(this.#measures[index]!.meter && {
        lifetimePowerConsumption: Math.round(this.#energy[index]! * 100) / 100,
      }),
      circuit: lamp.circuit,
      refStreetlightControlCabinet: lamp.cabinet,
      observationDateTime: at,
    };
  }

  #power(index: number, level: number): number {
    const { power } = this.#plan.lamps[index]!.luminaire;
    const share = this.#quirks[index] === 'weak' ? WEAK_SHARE : 1;
    return ratedWatts(share * power, level, STANDBY_W);
  }

  /** Adds up the energy since the last time, kWh. */
  #count(i: number, time: number): void {
    const hours = Math.max(0, time - this.#counted[i]!) / 3_600_000;
    this.#energy[i]! += (this.#power(i, this.#level[i]!) * hours) / 1_000;
    this.#counted[i] = time;
  }
}
