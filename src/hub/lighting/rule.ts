import type { HubConfig } from '../config.ts';
import type { OverrideRule } from './command/overrides.ts';
import type { FaultRule } from './lasting-fault.ts';

export const faultRule = ({ lighting }: HubConfig): FaultRule => ({
  settleMs: lighting.faultSettleSeconds * 1_000,
  quietMs: lighting.faultQuietSeconds * 1_000,
  longestMs: lighting.faultLongestSeconds * 1_000,
  groupFrom: lighting.faultGroupFrom,
});

export const overrideRule = ({ lighting }: HubConfig): OverrideRule => ({
  perSecond: lighting.ordersPerSecond,
  followMs: lighting.followSeconds * 1_000,
  longestMs: lighting.overrideHours * 3_600_000,
});
