import type { Position } from '../../../shared/geo/position.ts';
import type { LampId } from '../../../shared/ids.ts';
import type { Dictionary } from '../../../shared/lamp/dictionary.ts';
import { ANYTHING, type Due, dueBySun, dueOf, type Margins, sunAt } from '../../../shared/lamp/fault/due.ts';
import type { Calendar, LightingPlan } from '../../../shared/lighting/model.ts';
import { nightDayOf, nightOf } from '../../../shared/lighting/night.ts';
import type { LampPlaces } from '../../../shared/lighting/published.ts';

export interface DueBookOptions {
  /** IANA name */
  readonly timeZone: string;
  /** minutes by which lamps live ahead of the clock: none but in a demo */
  readonly aheadMinutes: number;
  readonly margins: Margins;
  /** whether, without a plan, a lamp should burn as long as it is dark */
  readonly darkDecides: boolean;
}

interface LampsAlike {
  readonly calendar: Calendar;
  readonly floor: number;
}

const MINUTE_MS = 60_000;
/** Answers kept: lamps alike ask for the same minute again and again. */
const KEPT = 4_000;

/** What each lamp should do at a moment, by the plan in force or else by the sun. */
export class DueBook {
  readonly #on: DueBookOptions;
  #plan: LightingPlan | undefined;
  #alike: readonly LampsAlike[] = [];
  readonly #of = new Map<LampId, number>();
  /** where the sun is looked at, for want of a plan */
  #place: Position | undefined;
  readonly #known = new Map<string, Due>();

  constructor(options: DueBookOptions) {
    this.#on = options;
  }

  /** These are the lamps from now on. */
  stand(dictionaries: readonly Dictionary[]): void {
    const first = dictionaries.find(({ lamps }) => lamps.some((lamp) => lamp !== null));
    this.#place = first?.lamps.find((lamp) => lamp !== null)?.position;
    this.#known.clear();
  }

  /** This plan decides from now on. @param places of the same version */
  follow(plan: LightingPlan, places: readonly LampPlaces[], dictionaries: readonly Dictionary[]): void {
    this.#plan = plan;
    const numbers = new Map<string, number>();
    const alike: LampsAlike[] = [];
    this.#of.clear();
    this.#known.clear();
    for (const [d, { lamps }] of dictionaries.entries())
      for (const [index, lamp] of lamps.entries()) {
        const group = plan.groups[places[d]?.groups[index] ?? -1];
        const calendar = plan.calendars.find(({ id }) => id === group?.calendar);
        if (lamp === null || calendar === undefined) continue;
        const floor = plan.floors[places[d]?.floors[index] ?? -1]?.level ?? 0;
        const key = `${calendar.id} ${floor}`;
        const number = numbers.get(key) ?? alike.push({ calendar, floor }) - 1;
        numbers.set(key, number);
        this.#of.set(lamp.id, number);
      }
    this.#alike = alike;
  }

  /** @param time ms since the epoch */
  at(lamp: LampId, time: number): Due {
    const minute = Math.floor(time / MINUTE_MS) + this.#on.aheadMinutes;
    const number = this.#of.get(lamp) ?? -1;
    const key = `${number} ${minute}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= KEPT) this.#known.clear();
    const due = this.#reckon(this.#alike[number], minute * MINUTE_MS);
    this.#known.set(key, due);
    return due;
  }

  #reckon(alike: LampsAlike | undefined, time: number): Due {
    const { timeZone, margins, darkDecides } = this.#on;
    if (this.#plan !== undefined && alike !== undefined) {
      const night = nightOf({ ...this.#plan, timeZone }, alike.calendar, nightDayOf(time, timeZone));
      if (night !== undefined) return dueOf(night, alike.floor, time, margins);
    }
    const sun = this.#place && sunAt(this.#place, time, timeZone);
    return sun === undefined ? ANYTHING : dueBySun(sun, time, margins, darkDecides);
  }
}
