import type { Priority } from '../../../shared/ticket/model.ts';
import type { Board, Group, Row } from './model.ts';

export const PRIORITIES: readonly Priority[] = [1, 2, 3, 4];

/** Keys of which the value is another than before, or which came or went. */
export function changedKeys<V>(
  before: ReadonlyMap<string, V>,
  after: ReadonlyMap<string, V>,
): readonly string[] {
  if (before === after) return [];
  const keys: string[] = [];
  let kept = 0;
  for (const [key, value] of after) {
    const old = before.get(key);
    if (old !== undefined) kept++;
    if (old !== value) keys.push(key);
  }
  if (kept < before.size) for (const key of before.keys()) if (!after.has(key)) keys.push(key);
  return keys;
}

/** The rows with some made anew, or gone where there is none any more. */
export function merged(
  rows: ReadonlyMap<string, Row>,
  made: ReadonlyMap<string, Row | undefined>,
): ReadonlyMap<string, Row> {
  if (made.size === 0) return rows;
  const all = new Map(rows);
  for (const [id, row] of made) row === undefined ? all.delete(id) : all.set(id, row);
  return all;
}

/** The groups with some rows made anew; a group that none of them touches is the same object as before. */
export function regrouped(
  { rows, groups }: Pick<Board, 'rows' | 'groups'>,
  made: ReadonlyMap<string, Row | undefined>,
): readonly Group[] {
  const gone = new Set<Row>();
  const touched = new Set<Priority>();
  const come = Map.groupBy(
    [...made.values()].filter((row) => row !== undefined && isInQueue(row)) as Row[],
    (row) => row.ticket.priority,
  );
  for (const priority of come.keys()) touched.add(priority);
  for (const id of made.keys()) {
    const row = rows.get(id);
    if (row === undefined || !isInQueue(row)) continue;
    gone.add(row);
    touched.add(row.ticket.priority);
  }
  if (touched.size === 0) return groups;
  return groups.map((group) => {
    if (!touched.has(group.priority)) return group;
    const stay = gone.size === 0 ? group.rows : group.rows.filter((row) => !gone.has(row));
    const sorted = (come.get(group.priority) ?? []).toSorted(inOrder);
    return { ...group, rows: stay.length === 0 ? sorted : woven(stay, sorted) };
  });
}

/** What this seat has closed stays until the room has said so. */
const isInQueue = ({ ticket, confirmed }: Row): boolean =>
  ticket.state !== 'closed' || (confirmed !== undefined && confirmed.state !== 'closed');

/** Two sorted lists as one. */
function woven(a: readonly Row[], b: readonly Row[]): readonly Row[] {
  const all: Row[] = [];
  let next = 0;
  for (const row of a) {
    while (next < b.length && inOrder(b[next]!, row) < 0) all.push(b[next++]!);
    all.push(row);
  }
  while (next < b.length) all.push(b[next++]!);
  return all;
}

/** Alarming first, then by age, oldest first: rows keep their place while others come and go. */
const inOrder = (a: Row, b: Row): number =>
  Number(b.alarming) - Number(a.alarming) ||
  compared(a.ticket.openedAt, b.ticket.openedAt) ||
  compared(a.ticket.id, b.ticket.id);
/** By code point: ten times as fast as by language, and both are written in one way. */
const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
