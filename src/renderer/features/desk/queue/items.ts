import { folded } from '../../../../shared/i18n/folded.ts';
import type { Board, Group, Row } from '../model.ts';

export type Whose = 'all' | 'free' | 'mine';
export interface Filter {
  readonly text: string;
  readonly whose: Whose;
}
export const NO_FILTER: Filter = { text: '', whose: 'all' };
export const isFiltering = ({ text, whose }: Filter): boolean => text.trim() !== '' || whose !== 'all';

/** A line of the queue: the head of a group, or a ticket. */
export type Item =
  | { readonly kind: 'head'; readonly group: Group }
  | { readonly kind: 'row'; readonly row: Row };

/** A P1 that nobody has acknowledged passes every filter: none may hide it. */
function passes(row: Row, words: readonly string[], whose: Whose): boolean {
  if (row.alarming) return true;
  if (whose === 'mine' && !row.mine) return false;
  if (whose === 'free' && row.ticket.owner !== undefined) return false;
  if (words.length === 0) return true;
  const { ref, title, place } = row.ticket;
  const text = folded(`${ref ?? ''} ${title} ${place.label} ${place.street ?? ''}`);
  return words.every((word) => text.includes(word));
}

/** The lines to show, group by group; groups that have nothing to show are left out. */
export function queueItems(board: Board, { text, whose }: Filter): readonly Item[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return board.groups.flatMap((group): readonly Item[] => {
    const rows = group.rows.filter((row) => passes(row, words, whose));
    if (rows.length === 0) return [];
    return [
      { kind: 'head', group: { ...group, rows } },
      ...rows.map((row) => ({ kind: 'row', row }) as const),
    ];
  });
}

/** The ticket `step` lines on from another (none: from the edge one comes from), skipping heads. */
export function neighbour(
  items: readonly Item[],
  from: string | undefined,
  step: number,
): string | undefined {
  const rows = items.filter((item) => item.kind === 'row').map(({ row }) => row.ticket.id as string);
  const at = from === undefined ? -1 : rows.indexOf(from);
  if (at < 0) return step > 0 === Number.isFinite(step) ? rows[0] : rows.at(-1);
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}
