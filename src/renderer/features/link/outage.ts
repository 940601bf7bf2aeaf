import type { LinkState } from '../../../shared/ipc/model.ts';
import { millis } from '../../../shared/wire/time.ts';

/** The hub's absence as the room lives it: none, going on, or over and to be read about. Times in ms. */
export type Outage =
  | { readonly kind: 'none' }
  | { readonly kind: 'on'; readonly since: number; readonly leg: 'broker' | 'hub' }
  | { readonly kind: 'over'; readonly since: number; readonly at: number };

/** The outage after another word on the link. A broker that is lost takes the hub with it. */
export function nextOutage(before: Outage, { broker, hub }: LinkState): Outage {
  const lost = broker.kind === 'lost' || hub.kind === 'lost';
  if (lost) {
    const starts = [broker, hub].filter((leg) => leg.kind === 'lost').map((leg) => millis(leg.since));
    const since = before.kind === 'on' ? Math.min(before.since, ...starts) : Math.min(...starts);
    return { kind: 'on', since, leg: broker.kind === 'lost' ? 'broker' : 'hub' };
  }
  if (before.kind === 'on' && hub.kind === 'up') {
    return { kind: 'over', since: before.since, at: millis(hub.since) };
  }
  return before;
}

/** What is shown can't be trusted as of now: the hub is not heard. */
export const isStale = (state: LinkState | undefined): boolean =>
  state !== undefined && state.hub.kind !== 'up';
