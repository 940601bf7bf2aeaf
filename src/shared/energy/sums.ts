import { z } from 'zod';

const amount = z.number();
const some = z.number().nonnegative();

/**
 * What was counted of some lamps over some time: everything in it adds up, over lamps and over time, and only that is
 * kept. Energies are kWh, times lamp-hours (one lamp for one hour). The formulas: docs/energy.md.
 */
export const EnergySums = z.object({
  /** lamp-hours that there were to count */
  lamps: some,
  /** of these, lamp-hours of which the energy is known; the rest is unknown, and in no other figure */
  known: some,
  /** of these, lamp-hours of lamps whose power before conversion is recorded */
  based: some,
  /** lamp-hours at the raised level of a presence profile */
  raised: some,
  /** energy of known lamp-hours by how it is known: the lamp's meter, its reported power, its rated power and level */
  meter: some,
  power: some,
  rated: some,
  /** the same, of the lamps with a baseline only */
  basedMeter: some,
  basedPower: some,
  basedRated: some,
  /** what the lamps with a baseline would have used before conversion, in the same known hours */
  baseline: some,
  /** what of the difference to it is due to what, signed: a cost is negative */
  led: amount,
  schedule: amount,
  presence: amount,
  override: amount,
  /** not used because a lamp was out of order or without supply: no saving */
  fault: amount,
  /** what light for interventions took, signed as above; hubs before it counted that as override, or not at all */
  incident: amount.default(0),
});
export type EnergySums = z.infer<typeof EnergySums>;

export const SUM_FIELDS = Object.keys(EnergySums.shape) as readonly (keyof EnergySums)[];

export const NOTHING: EnergySums = Object.fromEntries(
  SUM_FIELDS.map((field) => [field, 0]),
) as unknown as EnergySums;

/** All of several, field by field. */
export function total(parts: Iterable<EnergySums>): EnergySums {
  const out = { ...NOTHING };
  for (const part of parts) for (const field of SUM_FIELDS) out[field] += part[field];
  return out;
}

/** As they are kept and sent: to the thousandth (a Wh, some seconds of a lamp), in the order of `SUM_FIELDS`. */
export const packed = (sums: EnergySums): readonly number[] =>
  SUM_FIELDS.map((field) => Math.round(sums[field] * 1_000) / 1_000);

export const unpacked = (numbers: readonly number[]): EnergySums =>
  Object.fromEntries(SUM_FIELDS.map((field, i) => [field, numbers[i] ?? 0])) as unknown as EnergySums;

/**
 * What may be told of a single street: without what presence did, for where few pass that would say that somebody did
 * (docs/adr/0094). It stays in the whole, as « other ».
 */
export const forStreets = (sums: EnergySums): EnergySums => ({ ...sums, raised: 0, presence: 0 });
