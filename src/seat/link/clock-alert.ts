import type { Alerts } from '../alerts.ts';

/** Beyond this, ages on the screen and times in the log are off enough to matter (contract.md). */
const WORTH_SAYING_MS = 2_000;

/** Says when this seat's clock differs from the hub's. @param offset ms, undefined while it is not known */
export function clockAlert(offset: number | undefined, alerts: Alerts): void {
  if (offset === undefined) return;
  if (Math.abs(offset) <= WORTH_SAYING_MS) alerts.clear('clock');
  // Whole seconds: it is told again only when it changes.
  else alerts.raise('clock', `${Math.round(offset / 1_000)} s`);
}
