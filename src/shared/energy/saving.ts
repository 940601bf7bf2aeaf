import { z } from 'zod';
import type { EnergySums } from './sums.ts';

const percent = z.number().min(0).max(100);

/** How far each kind of figure may be off, ± %; assumptions of the configuration, see docs/energy.md. */
export const Uncertainty = z.object({
  meter: percent,
  power: percent,
  rated: percent,
  baseline: percent,
});
export type Uncertainty = z.infer<typeof Uncertainty>;

/** A figure and how far it may be off to either side, in the same unit. */
export interface Uncertain {
  readonly value: number;
  readonly off: number;
}

export const SAVED_BY = ['led', 'schedule', 'presence', 'incident', 'override', 'other'] as const;
export type SavedBy = (typeof SAVED_BY)[number];

/** Against the baseline, of the lamps that have one. */
export interface Saving {
  /** kWh */
  readonly baseline: Uncertain;
  readonly used: Uncertain;
  readonly saved: Uncertain;
  /** % of the baseline */
  readonly share: Uncertain;
  /** kWh; together they are what is saved */
  readonly by: Readonly<Record<SavedBy, Uncertain>>;
  /** kWh not used because lamps were out of order: not in `saved` */
  readonly fault: Uncertain;
}

/** Errors that have nothing to do with each other. */
const apart = (...offs: readonly number[]): number => Math.hypot(...offs);
const off = (value: number, by: number): number => (Math.abs(value) * by) / 100;

/** kWh of all lamps that are known. Errors of one kind go the same way, those of two kinds are independent. */
export const usedOf = ({ meter, power, rated }: EnergySums, by: Uncertainty): Uncertain => ({
  value: meter + power + rated,
  off: apart(off(meter, by.meter), off(power, by.power), off(rated, by.rated)),
});

/** @returns undefined where no lamp has a baseline, or it was no night: there is nothing to compare with */
export function savingOf(sums: EnergySums, by: Uncertainty): Saving | undefined {
  if (sums.baseline <= 0) return undefined;
  const baseline = { value: sums.baseline, off: off(sums.baseline, by.baseline) };
  const { basedMeter: meter, basedPower: power, basedRated: rated } = sums;
  const used = usedOf({ ...sums, meter, power, rated }, by);
  const fault = { value: sums.fault, off: off(sums.fault, by.rated) };
  const saved = baseline.value - used.value - fault.value;
  const rest = apart(used.off, fault.off);
  const left = (used.value + fault.value) / baseline.value;
  const { led, schedule, presence, incident, override } = sums;
  const other = saved - led - schedule - presence - incident - override;
  const part = (value: number): Uncertain => ({ value, off: off(value, by.rated) });
  return {
    baseline,
    used,
    fault,
    saved: { value: saved, off: apart(baseline.off, rest) },
    // The baseline stands above and below the stroke: of its error only the part that is left counts.
    share: {
      value: (1 - left) * 100,
      off: (apart(rest, left * baseline.off) / baseline.value) * 100,
    },
    by: {
      led: { value: led, off: apart(baseline.off, off(baseline.value - led, by.rated)) },
      schedule: part(schedule),
      presence: part(presence),
      incident: part(incident),
      override: part(override),
      other: part(other),
    },
  };
}

/** The same in euros or kg of CO₂. @param factor a kWh's */
export const times = ({ value, off: by }: Uncertain, factor: number): Uncertain => ({
  value: value * factor,
  off: by * factor,
});

/** Part of the lamp-hours that is known, and that has a baseline too, 0–1; undefined where there were none. */
export const coverage = ({ lamps, known, based }: EnergySums) =>
  lamps <= 0 ? undefined : { known: known / lamps, based: based / lamps };
