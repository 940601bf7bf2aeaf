import { LampFault, LampState } from '../../shared/lamp/state.ts';
import type { Streetlight } from '../../shared/lamp/streetlight.ts';

/** A reported state in the bytes of the district frame. */
export interface Observed {
  readonly state: number;
  /** % */
  readonly level: number;
  readonly faults: number;
  /** ms since the epoch */
  readonly at: number;
}

const STATUS_FAULT = {
  ok: 0,
  defectiveLamp: LampFault.defectiveLamp,
  columnIssue: LampFault.columnIssue,
  brokenLantern: LampFault.brokenLantern,
} as const;

/** A lamp that says no level burns fully when on and, as lamps of two powers do, at half when low. */
const USUAL_LEVEL = { on: 100, low: 50, off: 0, bootingUp: 0 } as const;

export function observe(light: Streetlight): Observed {
  const on = light.powerState !== 'off';
  const said = light.illuminanceLevel;
  return {
    state: on ? LampState.on : 0,
    level: on ? (said === undefined ? USUAL_LEVEL[light.powerState] : Math.round(said * 100)) : 0,
    faults: STATUS_FAULT[light.status ?? 'ok'],
    at: Date.parse(light.observationDateTime),
  };
}
