import type { LegState } from '../ipc/model.ts';
import { type Instant, millis } from '../wire/time.ts';
import type { SeatSeen } from './seen.ts';

/** Seats say that they are here every 10 s: three times missed is silence. */
export const SILENT_MS = 35_000;

/**
 * here: it says so itself. unsure: only the broker's memory says so. silent: it has not said so for too long.
 * gone: its will, or its own word; also where the broker that remembers a will may have made it by its own end, once the
 * seat has had the time to contradict it.
 */
export type SeatState = 'here' | 'unsure' | 'silent' | 'gone';

/** What can be known of others: up to when this seat hears the room, and since when without a break, ms. */
export interface Hearing {
  readonly from: number;
  readonly until: number;
}

/** Without the broker nothing is heard: what was known at its loss stands, and is as old as that. */
export function hearingOf(broker: LegState | undefined, now: number): Hearing | undefined {
  if (broker === undefined || broker.kind === 'unknown') return undefined;
  const since = millis(broker.since);
  return broker.kind === 'up' ? { from: since, until: now } : { from: 0, until: since };
}

/**
 * Whether a seat is there, as far as was heard. What the broker retained proves nobody alive: a broker that died took
 * the wills with it. Nor does silence prove anything of a time in which this seat heard nobody.
 */
export function presenceOf({ up, heardAt, saidGone }: SeatSeen, hearing: Hearing | undefined): SeatState {
  if (!up) return 'gone';
  if (hearing === undefined) return 'unsure';
  const heard = heardAt === undefined ? 0 : millis(heardAt);
  if (hearing.until - Math.max(heard, hearing.from) >= SILENT_MS) return saidGone ? 'gone' : 'silent';
  return heard >= hearing.from ? 'here' : 'unsure';
}

/** Where a person is: at which seats, or since when at none. */
export interface Whereabouts {
  /** seats at which they may be sitting: those that are here or unsure */
  readonly seats: readonly SeatSeen[];
  /** where nowhere: when they were last heard of, if ever */
  readonly leftAt?: Instant;
}

/** @param hearing as `presenceOf` wants it */
export function whereabouts(
  person: string,
  seats: readonly SeatSeen[],
  hearing: Hearing | undefined,
): Whereabouts {
  const sitting = seats.filter((seen) => {
    const state = presenceOf(seen, hearing);
    return seen.person === person && (state === 'here' || state === 'unsure');
  });
  if (sitting.length > 0) return { seats: sitting };
  const leavings = seats.flatMap(({ last, person: who, heardAt }) => [
    ...(last?.person === person ? [last.at] : []),
    ...(who === person && heardAt !== undefined ? [heardAt] : []),
  ]);
  const leftAt = leavings.toSorted().at(-1);
  return leftAt === undefined ? { seats: [] } : { seats: [], leftAt };
}
