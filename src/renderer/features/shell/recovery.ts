import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OutboxItem } from '../../../shared/ipc/model.ts';
import { storeContext } from '../../lib/store/context.ts';
import type { Desk } from '../desk/index.ts';
import type { Link, Outage } from '../link/index.ts';

/** What became of the commands that an outage kept here. */
export interface Recovery {
  /** all that were kept during the outage, by command */
  readonly kept: ReadonlyMap<string, OutboxItem>;
  /** those that turned out refused or held: not confirmed even once they are gone */
  readonly lost: ReadonlySet<string>;
  /** tickets the room had changed, counted when the link came back */
  readonly changesBefore: number;
}
export const NO_RECOVERY: Recovery = { kept: new Map(), lost: new Set(), changesBefore: 0 };

/** Follows the outbox through an outage and after it. */
export function recover(
  before: Recovery,
  outage: Outage,
  outbox: readonly OutboxItem[],
  changes: number,
): Recovery {
  if (outage.kind === 'none')
    return before.kept.size === 0 ? { ...NO_RECOVERY, changesBefore: changes } : NO_RECOVERY;
  if (outage.kind === 'on') {
    const waiting = outbox.filter((item) => item.state === 'pending' || item.state === 'sent');
    const kept = new Map([...before.kept, ...waiting.map((item) => [item.cmd, item] as const)]);
    return { kept, lost: before.lost, changesBefore: changes };
  }
  const failed = outbox.filter((item) => item.state === 'refused' || item.state === 'held');
  return { ...before, lost: new Set([...before.lost, ...failed.map((item) => item.cmd)]) };
}

/** Kept during the outage, gone from the outbox since, and never refused. */
export function confirmed({ kept, lost }: Recovery, outbox: readonly OutboxItem[]): readonly OutboxItem[] {
  const still = new Set(outbox.map((item) => item.cmd));
  return [...kept.values()].filter((item) => !still.has(item.cmd) && !lost.has(item.cmd));
}

/** Keeps the recovery up with the link and the desk. */
export function createRecoveryStore(
  link: StoreApi<Link>,
  desk: StoreApi<Desk>,
): { readonly store: StoreApi<Recovery>; readonly stop: () => void } {
  const store = createStore<Recovery>(() => NO_RECOVERY);
  const follow = () => {
    const { outbox, changes } = desk.getState();
    store.setState(recover(store.getState(), link.getState().outage, outbox, changes), true);
  };
  const stops = [link.subscribe(follow), desk.subscribe(follow)];
  return { store, stop: () => stops.forEach((stop) => void stop()) };
}

export const { Provider: RecoveryProvider, useSelect: useRecovery } = storeContext<Recovery>('recovery');
