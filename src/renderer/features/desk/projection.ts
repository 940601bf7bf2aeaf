import type { OutboxItem } from '../../../shared/ipc/model.ts';
import { commutes } from '../../../shared/outbox/machine.ts';
import type { Person } from '../../../shared/rights/model.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import type { Board, Group, Intent, Row, Viewer } from './model.ts';
import { changedKeys, merged, PRIORITIES, regrouped } from './regroup.ts';
import { rowOf } from './row.ts';

export interface Known {
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly outbox: readonly OutboxItem[];
  readonly intents: readonly Intent[];
  readonly people: readonly Person[];
}

const onItsWay = (item: OutboxItem): boolean => item.state === 'pending' || item.state === 'sent';
const RACED: readonly string[] = ['VERSION_CONFLICT', 'BAD_STATE', 'NOT_OWNER'];

/** Lost to a colleague, unless it commutes, which takes nothing from anybody: refused with the room's own state of the ticket. */
const isConflict = (item: OutboxItem): boolean =>
  item.state === 'refused' &&
  !commutes(item.op) &&
  item.theirs !== undefined &&
  RACED.includes(item.code ?? '');

/** The desk as this viewer sees it. Pure: the same knowledge makes the same board. */
export const project = (known: Known, viewer: Viewer): Board => createProjector()(known, viewer);

/**
 * Projects again and again, as knowledge comes: of ten thousand rows only those are made anew of which something has
 * changed, so that what shows the others stands still. What it returns equals `project` whatever came before.
 */
export function createProjector(): (known: Known, viewer: Viewer) => Board {
  let before: Made | undefined;
  return (known, viewer) => {
    const sameEyes =
      before !== undefined &&
      before.known.people === known.people &&
      before.viewer.me === viewer.me &&
      before.viewer.seat === viewer.seat;
    before = after(sameEyes ? before! : blank(known, viewer), known, viewer);
    return before.board;
  };
}

interface Made {
  readonly known: Known;
  readonly viewer: Viewer;
  readonly pending: ReadonlyMap<string, readonly OutboxItem[]>;
  readonly intents: ReadonlyMap<string, readonly Intent[]>;
  readonly board: Board;
}

const blank = ({ people }: Known, viewer: Viewer): Made => ({
  known: { tickets: new Map(), outbox: [], intents: [], people },
  viewer,
  pending: new Map(),
  intents: new Map(),
  board: {
    rows: new Map(),
    groups: PRIORITIES.map((priority) => ({ priority, rows: [] })),
    open: 0,
    alarming: [],
    waiting: [],
    conflicts: [],
    refused: [],
    held: [],
  },
});

function after(before: Made, known: Known, viewer: Viewer): Made {
  const { tickets, outbox } = known;
  const sameOutbox = outbox === before.known.outbox;
  const waiting = sameOutbox ? before.board.waiting : outbox.filter(onItsWay);
  const pending = sameOutbox ? before.pending : Map.groupBy(waiting, (item) => item.ticket);
  const intents =
    known.intents === before.known.intents ? before.intents : intentsOf(known.intents, viewer.seat);
  const touched = new Set([
    ...changedKeys(before.known.tickets, tickets),
    ...changedKeys(before.pending, pending),
    ...changedKeys(before.intents, intents),
  ]);
  const made = new Map<string, Row | undefined>();
  for (const id of touched)
    made.set(id, rowOf(tickets.get(id), pending.get(id) ?? [], intents.get(id) ?? [], known.people, viewer));
  const rows = merged(before.board.rows, made);
  const groups = regrouped(before.board, made);
  const alarming = groups[0] === before.board.groups[0] ? before.board.alarming : alarmingOf(groups);
  const open = groups === before.board.groups ? before.board.open : openOf(groups);
  const lists = sameOutbox ? before.board : failuresOf(outbox);
  const { conflicts, refused, held } = lists;
  return {
    known,
    viewer,
    pending,
    intents,
    board: { rows, groups, open, alarming, waiting, conflicts, refused, held },
  };
}

const intentsOf = (all: readonly Intent[], own: string): ReadonlyMap<string, readonly Intent[]> =>
  Map.groupBy(
    all.filter((intent) => intent.seat !== own),
    (intent) => intent.target.id as string,
  );
const alarmingOf = (groups: readonly Group[]): readonly Row[] =>
  groups[0]?.rows.filter((row) => row.alarming) ?? [];
const openOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.filter(({ ticket }) => ticket.state !== 'closed').length, 0);
const failuresOf = (outbox: readonly OutboxItem[]) => ({
  conflicts: outbox.filter(isConflict),
  refused: outbox.filter((item) => item.state === 'refused' && !isConflict(item)),
  held: outbox.filter((item) => item.state === 'held'),
});
