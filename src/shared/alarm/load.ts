/**
 * How much alarms ask of people. Figures of EEMUA 191 (Alarm systems: a guide to design, management and procurement,
 * 3rd edition, ch. 6) and ANSI/ISA-18.2-2016, 16.5, for one operator: one in ten minutes is very likely acceptable, two
 * are manageable at most, five are over-demanding, more than ten are a flood.
 */
export const TEN_MINUTES_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
/** In ten minutes. */
const ACCEPTABLE = 1;
const MANAGEABLE = 2;
const OVER_DEMANDING = 5;
const FLOOD = 10;

export type LoadGrade = 'acceptable' | 'manageable' | 'demanding' | 'flood';

export interface AlarmLoad {
  /** in the last ten minutes */
  readonly tenMinutes: number;
  /** in the last hour */
  readonly hour: number;
  readonly grade: LoadGrade;
}

/**
 * @param times when something was announced, ms since the epoch, in any order
 * @param operators who share it; less than one counts as one
 */
export function loadOf(times: Iterable<number>, now: number, operators = 1): AlarmLoad {
  let tenMinutes = 0;
  let hour = 0;
  for (const at of times) {
    if (at > now - HOUR_MS) hour++;
    if (at > now - TEN_MINUTES_MS) tenMinutes++;
  }
  return { tenMinutes, hour, grade: gradeOf(tenMinutes, hour, Math.max(1, operators)) };
}

function gradeOf(tenMinutes: number, hour: number, operators: number): LoadGrade {
  const burst = tenMinutes / operators;
  /** in steady state, in ten minutes */
  const steady = hour / 6 / operators;
  if (burst > FLOOD) return 'flood';
  if (burst >= OVER_DEMANDING || steady > MANAGEABLE) return 'demanding';
  if (burst > MANAGEABLE || steady > ACCEPTABLE) return 'manageable';
  return 'acceptable';
}
