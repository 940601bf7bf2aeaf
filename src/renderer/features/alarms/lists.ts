import type { Alarm, AlarmState } from '../../../shared/alarm/model.ts';
import { isChattering, isStale } from '../../../shared/alarm/nuisance.ts';

/** All, or only those that cry too often or too long. */
export type Filter = 'all' | 'chattering' | 'stale';
export const FILTERS: readonly Filter[] = ['all', 'chattering', 'stale'];

type ListId = 'waiting' | 'acknowledged' | 'shelved' | 'outOfService' | 'normal';
export interface AlarmList {
  readonly id: ListId;
  readonly alarms: readonly Alarm[];
}

const LIST_OF: Readonly<Record<AlarmState, ListId>> = {
  unacknowledged: 'waiting',
  returned: 'waiting',
  acknowledged: 'acknowledged',
  shelved: 'shelved',
  outOfService: 'outOfService',
  normal: 'normal',
};
/** It asks for somebody. */
export const waits = ({ state }: Pick<Alarm, 'state'>): boolean => LIST_OF[state] === 'waiting';
/** What asks for somebody first. */
const ORDER: readonly ListId[] = ['waiting', 'acknowledged', 'shelved', 'outOfService', 'normal'];

/** In the order they are read: the most urgent first, of those the one that has stood longest. */
const first = (a: Alarm, b: Alarm): number =>
  Number(b.active) - Number(a.active) || a.priority - b.priority || a.raisedAt.localeCompare(b.raisedAt);

export const passes = (alarm: Alarm, filter: Filter, now: number): boolean =>
  filter === 'all' || (filter === 'chattering' ? isChattering(alarm, now) : isStale(alarm, now));

/** The lists that are not empty. */
export function listsOf(alarms: readonly Alarm[]): readonly AlarmList[] {
  const by = Map.groupBy(alarms, ({ state }) => LIST_OF[state]);
  return ORDER.flatMap((id) => {
    const found = by.get(id);
    return found === undefined ? [] : [{ id, alarms: found.toSorted(first) }];
  });
}

/** The alarm so many lines on. */
export function neighbour(
  lists: readonly AlarmList[],
  from: string | undefined,
  step: 1 | -1,
): string | undefined {
  const ids = lists.flatMap(({ alarms }) => alarms.map(({ id }) => id as string));
  const at = from === undefined ? -1 : ids.indexOf(from);
  return at < 0 ? ids[0] : (ids[at + step] ?? ids[at]);
}
