import { conversionOf } from '../../shared/lamp/conversion.ts';
import type { Dictionary, DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import type { Steps } from '../../shared/steps.ts';

/** What is kept of a lamp between two reports. NaN is unknown. */
export interface LampArrays {
  readonly size: number;
  readonly places: ReadonlyMap<string, number>;
  readonly ids: readonly string[];
  /** which district and place in its dictionary */
  readonly district: Uint16Array;
  readonly index: Uint16Array;
  readonly street: Int32Array;
  /** W, rated and before conversion */
  readonly power: Float32Array;
  readonly before: Float32Array;
  /** % and W as last reported, and when that was observed, ms; 0 is never */
  readonly level: Uint8Array;
  readonly watts: Float32Array;
  readonly heardAt: Float64Array;
  /** counted up to here, ms */
  readonly doneTo: Float64Array;
  /** kWh of this hour by power and time, and whether some of it is by rating */
  readonly used: Float64Array;
  readonly byRating: Uint8Array;
  /** the meter's last reading, what it was at the hour's beginning, whether it was set back since */
  readonly meter: Float64Array;
  readonly meterAt: Float64Array;
  readonly anchor: Float64Array;
  readonly wasReset: Uint8Array;
  /** known in the last stretch that was counted */
  readonly known: Uint8Array;
}

export interface Streets {
  /** district and street of each place in the sums */
  readonly of: readonly { readonly district: string; readonly street: string }[];
  readonly districts: readonly string[];
}

const unknown = (size: number): Float64Array => new Float64Array(size).fill(Number.NaN);
const lampsIn = (dictionaries: readonly Dictionary[]) =>
  dictionaries.flatMap(({ lamps }, district) =>
    lamps.flatMap((lamp, index) => (lamp === null ? [] : [{ district, index, lamp }])),
  );

/** A conversion that is still to come has saved nothing yet. */
const isConverted = (lamp: DictionaryLamp, today: string): boolean =>
  lamp.luminaire?.convertedOn === undefined || conversionOf(lamp, today) === 'done';

/**
 * What each lamp took before its conversion, W, in the order of `lampArrays`; NaN where that isn't recorded, or it is not
 * converted yet. @param today `2026-11-28`
 */
export const powersBefore = (dictionaries: readonly Dictionary[], today: string): Float32Array =>
  Float32Array.from(lampsIn(dictionaries), ({ lamp }) =>
    isConverted(lamp, today) ? (lamp.luminaire?.powerBefore ?? Number.NaN) : Number.NaN,
  );

/** @param today `2026-11-28` */
export function* lampArrays(
  dictionaries: readonly Dictionary[],
  today: string,
): Steps<{ readonly lamps: LampArrays; readonly streets: Streets }> {
  const ids: string[] = [];
  const size = dictionaries.reduce((sum, { lamps }) => sum + lamps.filter((lamp) => lamp !== null).length, 0);
  const places = new Map<string, number>();
  const lamps: LampArrays = {
    size,
    places,
    ids,
    district: new Uint16Array(size),
    index: new Uint16Array(size),
    street: new Int32Array(size),
    power: new Float32Array(size),
    before: powersBefore(dictionaries, today),
    level: new Uint8Array(size),
    watts: new Float32Array(size).fill(Number.NaN),
    heardAt: new Float64Array(size),
    doneTo: new Float64Array(size),
    used: new Float64Array(size),
    byRating: new Uint8Array(size),
    meter: unknown(size),
    meterAt: new Float64Array(size),
    anchor: unknown(size),
    wasReset: new Uint8Array(size),
    known: new Uint8Array(size),
  };
  const of: { district: string; street: string }[] = [];
  for (const [district, { district: id, lamps: listed }] of dictionaries.entries()) {
    const streets = new Map<string, number>();
    for (const [index, lamp] of listed.entries()) {
      if (lamp === null) continue;
      const street = streets.get(lamp.street) ?? of.push({ district: id, street: lamp.street }) - 1;
      streets.set(lamp.street, street);
      const i = ids.push(lamp.id) - 1;
      places.set(lamp.id, i);
      lamps.district[i] = district;
      lamps.index[i] = index;
      lamps.street[i] = street;
      lamps.power[i] = lamp.luminaire?.power ?? Number.NaN;
    }
    yield;
  }
  return { lamps, streets: { of, districts: dictionaries.map(({ district }) => district) } };
}

/** Lamps that were there are as they were, and all are counted from now on. @param now ms */
export function goOn(lamps: LampArrays, from: LampArrays, now: number): void {
  lamps.doneTo.fill(now);
  for (const [i, id] of lamps.ids.entries()) {
    const before = from.places.get(id);
    if (before === undefined) continue;
    for (const field of ['level', 'watts', 'heardAt', 'meter', 'meterAt'] as const)
      lamps[field][i] = from[field][before]!;
  }
}
