import type { RoomEnergy } from '../../../shared/energy/published.ts';
import { type EnergySums, total, unpacked } from '../../../shared/energy/sums.ts';
import { type Day, dayOf, daysAfter } from '../../../shared/lighting/local-time.ts';
import type { EnergyRow } from '../../../shared/wire/energy.ts';
import { instant, millis } from '../../../shared/wire/time.ts';

const HOUR_MS = 3_600_000;
const HOURS = 24;
const MONTHS = 12;

/** A stretch of time that has its place in the picture whether it was counted or not. */
export interface Slot {
  /** an instant, a day, or a month: `2026-11` */
  readonly at: string;
  /** undefined where nothing was counted */
  readonly sums: EnergySums | undefined;
}

/** The last 24 full hours. */
export function hourSlots({ hours, asOf }: Pick<RoomEnergy, 'hours' | 'asOf'>): readonly Slot[] {
  const known = new Map(hours.map(({ at, sums }) => [millis(at), sums]));
  const end = Math.floor(millis(asOf) / HOUR_MS) * HOUR_MS;
  return Array.from({ length: HOURS }, (_, n) => {
    const at = end - (HOURS - n) * HOUR_MS;
    return { at: instant(at), sums: known.get(at) };
  });
}

/** The last days with the one that runs. @param timeZone IANA name */
export function daySlots(
  { days, asOf }: Pick<RoomEnergy, 'days' | 'asOf'>,
  count: number,
  timeZone: string,
): readonly Slot[] {
  const known = new Map(days.map(({ day, sums }) => [day, sums]));
  const today = dayOf(millis(asOf), timeZone);
  return Array.from({ length: count }, (_, n) => {
    const at = daysAfter(today, n + 1 - count);
    return { at, sums: known.get(at) };
  });
}

/** Twelve months, of rows by day. @param first of the first one */
export function monthSlots(rows: readonly EnergyRow[], first: Day): readonly Slot[] {
  const known = Map.groupBy(rows, ({ at = '' }) => at.slice(0, 7));
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1];
  return Array.from({ length: MONTHS }, (_, n) => {
    const passed = year * MONTHS + month + n;
    const at = `${Math.floor(passed / MONTHS)}-${String((passed % MONTHS) + 1).padStart(2, '0')}`;
    const days = known.get(at);
    return { at, sums: days && total(days.map(({ sums }) => unpacked(sums))) };
  });
}

/** The top of a scale from nothing, at which figures are round: 1, 2 or 5 times a power of ten, in the same unit. */
export function roundTop(most: number): number {
  if (!(most > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const top = [1, 2, 5, 10].find((step) => step * power >= most) ?? 10;
  // To the digits that are meant: 5 · 0.1 is not 0.5 in every case.
  return Number((top * power).toPrecision(3));
}
