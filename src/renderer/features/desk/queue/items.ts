import type { Ticket } from '../../../../shared/ticket/model.ts';
import type { Board, Group, Row } from '../model.ts';
import { type Filter, passes, type Sight, wordsOf } from './filter.ts';

/** What is not of the queue and found all the same: closed lately, or only in the hub's archives. */
export type Shelf = 'closed' | 'archive';

/** A line of the queue: the head of a group, or a ticket. */
export type Item =
  | { readonly kind: 'head'; readonly group: Group }
  | { readonly kind: 'shelf'; readonly shelf: Shelf; readonly count: number }
  | { readonly kind: 'row'; readonly row: Row; readonly shelf?: Shelf };

/** More closed ones than anybody reads; more words find fewer. */
const MOST_CLOSED = 50;

/** The lines to show, group by group; groups that have nothing to show are left out. */
export function queueItems(
  board: Board,
  filter: Filter,
  sight: Sight,
  archived: readonly Ticket[] = [],
): readonly Item[] {
  const words = wordsOf(filter.text);
  const open = board.groups.flatMap((group): readonly Item[] => {
    const rows = group.rows.filter((row) => passes(row, filter, words, sight));
    if (rows.length === 0) return [];
    return [
      { kind: 'head', group: { ...group, rows } },
      ...rows.map((row) => ({ kind: 'row', row }) as const),
    ];
  });
  if (words.length === 0) return open;
  const closed = closedOf(board, sight.found ?? new Set());
  const old = archived.filter(({ id }) => !board.rows.has(id)).map(archivedRow);
  return [...open, ...shelved('closed', closed), ...shelved('archive', old)];
}

const shelved = (shelf: Shelf, rows: readonly Row[]): readonly Item[] =>
  rows.length === 0
    ? []
    : [
        { kind: 'shelf', shelf, count: rows.length },
        ...rows.map((row) => ({ kind: 'row', row, shelf }) as const),
      ];

/** The latest closed first. */
function closedOf({ rows }: Board, found: ReadonlySet<string>): readonly Row[] {
  const closed: Row[] = [];
  for (const id of found) {
    const row = rows.get(id);
    if (row?.ticket.state === 'closed' && row.confirmed?.state === 'closed') closed.push(row);
  }
  const at = ({ ticket }: Row): string => ticket.closedAt ?? '';
  return closed.toSorted((a, b) => (at(a) < at(b) ? 1 : -1)).slice(0, MOST_CLOSED);
}

/** A ticket that this seat does not hold, as a row: nobody does anything to it. */
export const archivedRow = (ticket: Ticket): Row => ({
  ticket,
  confirmed: ticket,
  pending: [],
  intents: [],
  mine: false,
  alarming: false,
});

/** Open tickets that must not be forgotten behind a filter: one's own, and what presses. */
export interface Missed {
  readonly mine: number;
  /** P1 and P2 */
  readonly urgent: number;
}

/** Those of them that the lines leave out. */
export function missedBy({ groups, open }: Board, items: readonly Item[]): Missed {
  const seen = new Set(ticketsOf(items));
  if (seen.size >= open) return { mine: 0, urgent: 0 };
  const hidden = groups.flatMap(({ rows }) => rows.filter(({ ticket }) => !seen.has(ticket.id)));
  return {
    mine: hidden.filter(({ mine }) => mine).length,
    urgent: hidden.filter(({ ticket }) => ticket.priority <= 2).length,
  };
}

/** How many open tickets have no place on the map, which a filter by the map leaves out whatever it shows. */
export function unplaced({ groups }: Board, items: readonly Item[]): number {
  const seen = new Set(ticketsOf(items));
  return groups
    .flatMap(({ rows }) => rows)
    .filter(({ ticket }) => ticket.place.position === undefined && !seen.has(ticket.id)).length;
}

/** The tickets of the lines, in their order. */
export const ticketsOf = (items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => (item.kind === 'row' ? [item.row.ticket.id] : []));

/** The ticket `step` lines on from another (none: from the edge one comes from), skipping heads. */
export function neighbour(
  items: readonly Item[],
  from: string | undefined,
  step: number,
): string | undefined {
  const rows = ticketsOf(items);
  const at = from === undefined ? -1 : rows.indexOf(from);
  if (at < 0) return step > 0 === Number.isFinite(step) ? rows[0] : rows.at(-1);
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}
