import { type Fault, isPermanent } from './fault.ts';

const FIRST_MS = 250;
/** An operator who is told « nouvel essai » shouldn't wait longer for a gateway that is back. */
const CAP_MS = 2_000;
const PERMANENT_MS = 15_000;
const ENDED_MS = 1_500;

export type RebuildReason = Fault['reason'] | 'ended' | 'stalled';

/**
 * How long to wait before a new instance, ms. `jitter` in [0, 1) spreads the tiles of a room that lost its
 * gateway at the same instant. A first restart is answered at once; one that repeats backs off like the rest,
 * so that two gateways which disagree behind one address cause no storm.
 */
export function backOff(reason: RebuildReason, failures: number, jitter: number): number {
  if (reason === 'ended') return ENDED_MS * (1 + jitter / 2);
  if (reason !== 'stalled' && isPermanent(reason)) return PERMANENT_MS * (1 + jitter / 10);
  if (reason === 'restarted' && failures === 0) return 0;
  return Math.min(CAP_MS, FIRST_MS * 2 ** failures) * (0.5 + jitter / 2);
}
