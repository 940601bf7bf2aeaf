import type { LinkState } from '../../../shared/ipc/model.ts';
import { millis } from '../../../shared/wire/time.ts';

/** An outage that is over and to be read about. Times in ms. */
interface Over {
  readonly kind: 'over';
  readonly since: number;
  readonly at: number;
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
      /** the leg that is named went later, perhaps */
      readonly legSince: number;
      readonly met: boolean;
      /** an earlier one that nobody has read about yet */
      readonly unread: Over | undefined;
    }
  | Over;

/** A start needs its first tries: what ends so soon was no link that was lost. */
const FIRST_TRIES_MS = 10_000;

/**
 * The outage after another word on the link. A broker that is lost takes the hub with it. Of several that nobody has
 * read about the longest is told: a second's flap must not hide it.
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
      legSince: millis((leg === 'broker' ? broker : hub).since),
      met: before.kind === 'over' || before.met,
      unread: going ? before.unread : before.kind === 'over' ? before : undefined,
    };
  }
  if (hub.kind !== 'up' || before.kind === 'over') return before;
  if (before.kind === 'none') return before.met ? before : { kind: 'none', met: true };
  const { since, unread, met } = before;
  const at = millis(hub.since);
  const over: Over = { kind: 'over', since, at, start: !met && at - since < FIRST_TRIES_MS };
  return unread !== undefined && lengthOf(unread) > lengthOf(over) ? unread : over;
}
const lengthOf = ({ since, at }: Over): number => at - since;

/** What is shown can't be trusted as of now: the hub is not heard. */
export const isStale = (state: LinkState | undefined): boolean =>
  state !== undefined && state.hub.kind !== 'up';
