import type { DistrictId, LampId } from '../../shared/ids.ts';
import type { DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import { hourOf } from '../../shared/lamp/history/block.ts';

/** Passages of an hour by street; null where they were too few to be told. */
export type StreetPassages = Readonly<Record<string, number | null>>;

export interface PassageHour {
  /** ms since the epoch */
  readonly from: number;
  readonly district: string;
  /** of the hour, that passages were listened for */
  readonly minutes: number;
  readonly streets: StreetPassages;
}

/** Passages that a street has had within a day may come again. */
const AWAKE_MS = 24 * 3_600_000;

/**
 * Counts, street by street, how often somebody came to a lamp in the hour that runs. What it knows of single lamps it
 * forgets with the hour, and it never knows when within it: nobody's steps can be read from what is kept.
 */
export class Passages {
  readonly #least: number;
  readonly #now: () => number;
  #from: number;
  #minutes = 0;
  /** district → street → lamp → how often */
  #counts = new Map<string, Map<string, Map<LampId, number>>>();
  readonly #over: PassageHour[] = [];
  /** district → street → the hour of its latest passage, ms */
  readonly #awake = new Map<string, Map<string, number>>();

  /** @param least fewer at every lamp of a street are not told */
  constructor(least: number, now: () => number) {
    this.#least = least;
    this.#now = now;
    this.#from = hourOf(now());
  }

  /** Somebody has come to a lamp. */
  heard(district: DistrictId, { id, street }: DictionaryLamp): void {
    this.#turnHour();
    const streets = this.#counts.get(district) ?? new Map<string, Map<LampId, number>>();
    this.#counts.set(district, streets);
    const lamps = streets.get(street) ?? new Map<LampId, number>();
    streets.set(street, lamps);
    lamps.set(id, (lamps.get(id) ?? 0) + 1);
    this.know(district, street, this.#from);
  }

  /** A street had passages in that hour. @param from ms */
  know(district: string, street: string, from: number): void {
    const streets = this.#awake.get(district) ?? new Map<string, number>();
    this.#awake.set(district, streets.set(street, from));
  }

  isAwake(district: string, { street }: DictionaryLamp): boolean {
    const from = this.#awake.get(district)?.get(street);
    return from !== undefined && this.#now() - from < AWAKE_MS;
  }

  /** A minute more was listened to. */
  minute(): void {
    this.#turnHour();
    this.#minutes += 1;
  }

  /** The hours that are over; at the end of the hub, with what there is of the one that runs. */
  take(ending = false): readonly PassageHour[] {
    this.#turnHour();
    if (ending) this.#close();
    return this.#over.splice(0, this.#over.length);
  }

  /** They could not be kept: once more, with the next. */
  giveBack(hours: readonly PassageHour[]): void {
    this.#over.unshift(...hours);
  }

  #turnHour(): void {
    const from = hourOf(this.#now());
    if (from === this.#from) return;
    this.#close();
    this.#from = from;
  }

  #close(): void {
    for (const [district, streets] of this.#counts)
      this.#over.push({
        from: this.#from,
        district,
        minutes: Math.min(60, this.#minutes),
        streets: Object.fromEntries([...streets].map(([street, lamps]) => [street, this.#told(lamps)])),
      });
    this.#counts = new Map();
    this.#minutes = 0;
  }

  /** One walker wakes every lamp of a street once: that many lamps say little of how many came. */
  #told(lamps: ReadonlyMap<LampId, number>): number | null {
    const counts = [...lamps.values()];
    return Math.max(...counts) < this.#least ? null : counts.reduce((sum, n) => sum + n, 0);
  }
}

/** Of one hour that two hubs listened to. */
export function together(a: StreetPassages, b: StreetPassages): StreetPassages {
  const out: Record<string, number | null> = { ...a };
  for (const [street, count] of Object.entries(b)) {
    const before = out[street] ?? null;
    out[street] = before === null && count === null ? null : (before ?? 0) + (count ?? 0);
  }
  return out;
}
