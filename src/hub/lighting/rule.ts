import type { HubConfig } from '../config.ts';
import type { OverrideRule } from './command/overrides.ts';
import type { DueBookOptions } from './judge/due-book.ts';
import type { JudgeRule } from './judge/lamp-judge.ts';
import type { FaultRule } from './lasting-fault.ts';

export const faultRule = ({ lighting }: HubConfig): FaultRule => ({
  settleMs: lighting.faultSettleSeconds * 1_000,
  quietMs: lighting.faultQuietSeconds * 1_000,
  longestMs: lighting.faultLongestSeconds * 1_000,
  groupFrom: lighting.faultGroupFrom,
});

const MINUTE_MS = 60_000;

export const judgeRule = ({ lighting: { judge } }: HubConfig): JudgeRule => ({
  holdMs: {
    darkAtNight: judge.darkMinutes * MINUTE_MS,
    burningByDay: judge.burningMinutes * MINUTE_MS,
    powerOutOfBand: judge.powerMinutes * MINUTE_MS,
  },
  tolerance: judge.powerTolerance,
  oldMs: judge.oldMinutes * MINUTE_MS,
  settleMs: judge.programMarginMinutes * MINUTE_MS,
});

/** Lamps report in turn: what is one is found one after the other. */
export const judgedGroupRule = ({ lighting: { judge, faultGroupFrom } }: HubConfig): FaultRule => {
  const together = judge.togetherMinutes * MINUTE_MS;
  return { settleMs: together, quietMs: together / 2, longestMs: 3 * together, groupFrom: faultGroupFrom };
};

export const dueRule = ({ lighting: { aheadMinutes, judge }, timeZone }: HubConfig): DueBookOptions => ({
  timeZone,
  aheadMinutes,
  margins: { programMs: judge.programMarginMinutes * MINUTE_MS, sunMs: judge.sunMarginMinutes * MINUTE_MS },
  darkDecides: judge.darkWithoutPlan,
});

export const overrideRule = ({ lighting }: HubConfig): OverrideRule => ({
  perSecond: lighting.ordersPerSecond,
  followMs: lighting.followSeconds * 1_000,
  freshMs: lighting.judge.oldMinutes * 60_000,
  longestMs: lighting.overrideHours * 3_600_000,
});
