import type { LinkState } from '../../../shared/ipc/model.ts';
import { millis } from '../../../shared/wire/time.ts';

/** Outages that are over and to be read about. Times in ms. */
interface Over {
  readonly kind: 'over';
  /** when the first began */
  readonly since: number;
  /** when the last ended */
  readonly at: number;
  readonly times: number;
  /** the first tries of a start: worth a word only where commands had been kept */
  readonly start: boolean;
}

/** The hub's absence as the room lives it: none, going on, or over. Times in ms. */
export type Outage =
  /** `met`: the hub has been heard in this life of the console */
  | { readonly kind: 'none'; readonly met: boolean }
  | {
      readonly kind: 'on';
      readonly since: number;
      readonly leg: 'broker' | 'hub';
      readonly met: boolean;
      /** earlier ones that nobody has read about yet */
      readonly unread: Over | undefined;
    }
  | Over;

/**
 * The outage after another word on the link. A broker that is lost takes the hub with it. Several that nobody has
 * read about are told together: one must not hide another.
 */
export function nextOutage(before: Outage, { broker, hub }: LinkState): Outage {
  const leg = broker.kind === 'lost' ? 'broker' : hub.kind === 'lost' ? 'hub' : undefined;
  if (leg !== undefined) {
    const starts = [broker, hub].filter(({ kind }) => kind === 'lost').map(({ since }) => millis(since));
    const going = before.kind === 'on';
    return {
      kind: 'on',
      since: Math.min(...starts, ...(going ? [before.since] : [])),
      leg,
      met: before.kind === 'over' || before.met,
      unread: going ? before.unread : before.kind === 'over' ? before : undefined,
    };
  }
  if (hub.kind !== 'up' || before.kind === 'over') return before;
  if (before.kind === 'none') return before.met ? before : { kind: 'none', met: true };
  const { since, unread, met } = before;
  // Before the hub was heard for the first time nothing was there to be lost, however long that took.
  const at = millis(hub.since);
  if (unread !== undefined && !unread.start) return { ...unread, at, times: unread.times + 1 };
  return { kind: 'over', since, at, times: 1, start: !met };
}

/** What is shown can't be trusted as of now: the hub is not heard. */
export const isStale = (state: LinkState | undefined): boolean =>
  state !== undefined && state.hub.kind !== 'up';
