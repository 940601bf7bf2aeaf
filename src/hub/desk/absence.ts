import type { SeatId } from '../../shared/ids.ts';

/** A seat's link as the hub has seen it change, ms of a monotonic clock. */
export interface SeatLink {
  readonly seat: SeatId;
  /** 'unsure': only the broker says that it is here. It vouches for nobody and is not held gone. */
  readonly state: 'here' | 'gone' | 'unsure';
  readonly since: number;
}

/** A seat that has been silent this long no longer counts among those that should be here: a shift has passed. */
const FORGOTTEN_MS = 12 * 3_600_000;

/**
 * Seats that have been gone long enough for their tickets to return to the queue. A restarted broker fires
 * every will at once, so an absence counts only while more than half of the other seats are connected: it is
 * measured from the later of the seat's going and the moment that majority last became one. A seat that nobody
 * else can vouch for is never held gone.
 * @param afterMs how long a seat must have been gone
 */
export function absentSeats(links: readonly SeatLink[], now: number, afterMs: number): readonly SeatId[] {
  return links
    .filter(({ state }) => state === 'gone')
    .filter((gone) => {
      const others = links.filter(
        (l) => l.seat !== gone.seat && (l.state === 'here' || now - l.since < FORGOTTEN_MS),
      );
      const since = majoritySince(others);
      return since !== undefined && now - Math.max(gone.since, since) >= afterMs;
    })
    .map(({ seat }) => seat);
}

/** Since when more than half of them have been connected without a break; undefined where they are not now. */
function majoritySince(links: readonly SeatLink[]): number | undefined {
  const needed = Math.floor(links.length / 2) + 1;
  const ups = links.filter(({ state }) => state === 'here').map(({ since }) => since);
  return ups.sort((a, b) => a - b)[needed - 1];
}
