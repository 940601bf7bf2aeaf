import { useMemo, useState } from 'react';
import { useShortcut } from '../../../lib/keys/index.ts';
import type { Row } from '../model.ts';
import type { Item } from '../queue/items.ts';

/** Several tickets of the queue, chosen to do one thing to all of them. */
export interface Picking {
  readonly on: boolean;
  readonly ids: ReadonlySet<string>;
  /** those that are still in the queue and not closed, in its order: nothing is done to what has left meanwhile */
  readonly rows: readonly Row[];
  /** the one that the others would be linked to or merged into, while that is being chosen */
  readonly target: string | undefined;
  readonly aim: (id: string | undefined) => void;
  readonly toggleMode: () => void;
  readonly leave: () => void;
  readonly toggle: (id: string) => void;
  readonly add: (ids: readonly string[]) => void;
}

const NOBODY: ReadonlySet<string> = new Set();

export function usePicking(items: readonly Item[]): Picking {
  const [ids, setIds] = useState<ReadonlySet<string>>();
  const [target, aim] = useState<string>();
  const rows = useMemo(() => (ids === undefined ? [] : pickedRows(items, ids)), [items, ids]);
  const toggleMode = () => setIds(ids === undefined ? NOBODY : undefined);
  useShortcut({ keys: 'b', manner: 'acts', shown: 'B', label: 'queue.key.pick', run: toggleMode });
  return {
    on: ids !== undefined,
    ids: ids ?? NOBODY,
    rows,
    target,
    aim,
    toggleMode,
    leave: () => setIds(undefined),
    // Of what is selected by then: a row that stands still calls what it was given when it was drawn.
    toggle: (id) => setIds((now) => toggled(now ?? NOBODY, id)),
    add: (more) => setIds((now) => new Set([...(now ?? NOBODY), ...more])),
  };
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

const isOpen = (item: Item): item is Extract<Item, { kind: 'row' }> =>
  item.kind === 'row' && item.shelf === undefined && item.row.ticket.state !== 'closed';

export const pickedRows = (items: readonly Item[], ids: ReadonlySet<string>): readonly Row[] =>
  items.filter(isOpen).flatMap(({ row }) => (ids.has(row.ticket.id) ? [row] : []));

/** All open tickets of the group that one of them is in. */
export function groupOf(items: readonly Item[], id: string): readonly string[] {
  const group = items.find((item) => item.kind === 'row' && item.row.ticket.id === id);
  if (group?.kind !== 'row') return [];
  const { priority } = group.row.ticket;
  return items.filter(isOpen).flatMap(({ row }) => (row.ticket.priority === priority ? [row.ticket.id] : []));
}
