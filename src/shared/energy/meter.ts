/** What a lamp's meter said (`lifetimePowerConsumption`), kWh, and when, ms since the epoch. */
export interface Reading {
  readonly kwh: number;
  readonly at: number;
}

/** A reading may be this old to stand for the bound of an hour, ms. */
const CARRY_MS = 30 * 60_000;
/** No street lamp takes more, kW: a meter that rises faster was exchanged, or is wrong. */
const MOST_KW = 2;

/**
 * The meter at the bound of an hour: its last reading, carried to there by the power that the lamp reported with it.
 * Two hours that meet share it, so that nothing is counted twice between them.
 * @param watts since that reading @param bound ms @returns kWh; undefined where the reading is too old
 */
export function meterAt(last: Reading, watts: number, bound: number): number | undefined {
  const ms = bound - last.at;
  return ms < 0 || ms > CARRY_MS ? undefined : last.kwh + (watts * ms) / 3_600_000_000;
}

/**
 * kWh between two bounds by the meter; undefined where that can't be: it was not read near one of them, was set back in
 * between, or rose faster than a lamp can burn.
 */
export function metered(
  from: number | undefined,
  to: number | undefined,
  hours: number,
  wasReset: boolean,
): number | undefined {
  if (from === undefined || to === undefined || wasReset) return undefined;
  const kwh = to - from;
  return kwh < 0 || kwh > MOST_KW * hours ? undefined : kwh;
}
