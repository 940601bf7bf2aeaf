import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OutboxItem } from '../../../shared/ipc/model.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { storeContext } from '../../lib/store/context.ts';
import type { Desk } from '../desk/index.ts';
import type { Link, Outage } from '../link/index.ts';

/** What became of the commands that an outage kept here. */
export interface Recovery {
  /** all that were kept during the outage, by command */
  readonly kept: ReadonlyMap<string, OutboxItem>;
  /** those that turned out refused or held: not confirmed even once they are gone */
  readonly lost: ReadonlySet<string>;
  /** those that wait now, while the outage goes on: what goes from among them was taken back */
  readonly waiting: ReadonlySet<string>;
  /** tickets that others changed meanwhile, as far as they have been told of */
  readonly changed: ReadonlySet<string>;
}
export const NO_RECOVERY: Recovery = {
  kept: new Map(),
  lost: new Set(),
  waiting: new Set(),
  changed: new Set(),
};

/**
 * Follows the outbox through an outage and after it.
 * @param offset how far this seat's clock is ahead of the hub's, ms
 */
export function recover(
  before: Recovery,
  outage: Outage,
  outbox: readonly OutboxItem[],
  tickets: Iterable<Pick<Ticket, 'id' | 'updatedAt'>>,
  offset: number,
): Recovery {
  if (outage.kind === 'none') return NO_RECOVERY;
  if (outage.kind === 'on') {
    const waiting = outbox.filter((item) => item.state === 'pending' || item.state === 'sent');
    const kept = new Map([...before.kept, ...waiting.map((item) => [item.cmd, item] as const)]);
    const still = new Set(waiting.map(({ cmd }) => cmd));
    for (const cmd of before.waiting) if (!still.has(cmd)) kept.delete(cmd);
    return { ...before, kept, waiting: still };
  }
  const failed = outbox.filter((item) => item.state === 'refused' || item.state === 'held');
  const changed = new Set(before.changed);
  const own = new Set([...before.kept.values()].map(({ ticket }) => ticket));
  // At a start nothing was known that could have changed.
  for (const { id, updatedAt } of outage.start ? [] : tickets) {
    const at = millis(updatedAt) + offset;
    if (!own.has(id) && at >= outage.since && at <= outage.at) changed.add(id);
  }
  // On what a command was lost over others were at work, whoever else was.
  for (const { cmd, ticket, theirs } of failed)
    if (theirs !== undefined && before.kept.has(cmd)) changed.add(ticket);
  const lost = new Set([...before.lost, ...failed.map((item) => item.cmd)]);
  return { ...before, lost, waiting: new Set(), changed };
}

/** Kept during the outage, gone from the outbox since, and never refused. */
export function confirmed({ kept, lost }: Recovery, outbox: readonly OutboxItem[]): readonly OutboxItem[] {
  const still = new Set(outbox.map((item) => item.cmd));
  return [...kept.values()].filter((item) => !still.has(item.cmd) && !lost.has(item.cmd));
}

/** How many of those that were kept are confirmed, refused or held back, and still to be answered. */
export interface Told {
  readonly done: number;
  /** refused or held, and still to be read: conflicts are told apart */
  readonly refused: number;
  /** refused or held in all */
  readonly lost: number;
  readonly still: number;
}

/** @param conflicts those refused ones that are to be decided: each is told once, as what it is */
export function toldOf(
  recovery: Recovery,
  outbox: readonly OutboxItem[],
  conflicts: readonly Pick<OutboxItem, 'cmd'>[],
): Told {
  const done = confirmed(recovery, outbox).length;
  const raced = new Set(conflicts.map(({ cmd }) => cmd));
  const lost = recovery.lost.size;
  return {
    done,
    refused: outbox.filter(({ cmd }) => recovery.lost.has(cmd) && !raced.has(cmd)).length,
    lost,
    still: Math.max(0, recovery.kept.size - done - lost),
  };
}

/** What stands first in the banner: what is not over yet, before what is. */
export function headline({ done, refused, lost, still }: Told) {
  if (still > 0) return 'sending';
  if (done > 0) return 'confirmed';
  if (refused > 0) return 'refused';
  return lost > 0 ? 'lost' : 'nothing';
}

/** As long as one looks up and reads it, ms. */
const READING_MS = 20_000;

/** Whether the summary has stood long enough to be read: what it says stays, in less room. @param now this machine's, ms */
export const isRead = ({ at }: Extract<Outage, { kind: 'over' }>, now: number): boolean =>
  now - at >= READING_MS;

/** Keeps the recovery up with the link and the desk. */
export function createRecoveryStore(
  link: StoreApi<Link>,
  desk: StoreApi<Desk>,
): { readonly store: StoreApi<Recovery>; readonly stop: () => void } {
  const store = createStore<Recovery>(() => NO_RECOVERY);
  const follow = () => {
    const { outbox, tickets } = desk.getState();
    const { outage, state } = link.getState();
    const offset = state?.clockOffset ?? 0;
    store.setState(recover(store.getState(), outage, outbox, tickets.values(), offset), true);
  };
  const stops = [link.subscribe(follow), desk.subscribe(follow)];
  return { store, stop: () => stops.forEach((stop) => void stop()) };
}

export const { Provider: RecoveryProvider, useSelect: useRecovery } = storeContext<Recovery>('recovery');
