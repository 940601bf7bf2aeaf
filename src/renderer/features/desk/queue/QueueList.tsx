// biome-ignore-all lint/a11y/useSemanticElements: a table can't be virtual, so the roles of a grid are given
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, aria-activedescendant names the row
import { useVirtualizer } from '@tanstack/react-virtual';
import { Archive } from 'lucide-react';
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import { roundDuration, useT } from '../../../lib/i18n/index.tsx';
import { useShortcut } from '../../../lib/keys/index.ts';
import { Icon, PriorityMark } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
import { groupOf, type Picking } from '../bulk/picking.ts';
import { useTargets } from '../due.ts';
import type { Group } from '../model.ts';
import { type Item, neighbour } from './items.ts';
import styles from './Queue.module.css';
import { QueueRow } from './QueueRow.tsx';

const HEAD = 36;
const ROW = 64;
/** Two lines for the title: an alarm is read whole. */
const ALARM = 88;
const PAGE = 8;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Number.POSITIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

interface QueueListProps {
  readonly items: readonly Item[];
  readonly picking: Picking;
}
/**
 * The lines of the queue; only those in sight are in the document. One stop for Tab, then arrows move a cursor
 * (aria-activedescendant, so that focus survives lines that come and go) and Enter opens.
 */
export function QueueList({ items, picking }: QueueListProps) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const select = useDesk((desk) => desk.select);
  const selected = useDesk((desk) => desk.selected);
  const [cursor, setCursor] = useState<string>();
  const lines = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    // The same functions as long as the lines are the same: others make it measure all ten thousand anew.
    estimateSize: useCallback((n: number) => heightOf(items[n]), [items]),
    getItemKey: useCallback((n: number) => keyOf(items[n]), [items]),
    overscan: 6,
  });

  function move(step: number): void {
    const next = neighbour(items, cursor, step);
    if (next === undefined) return;
    setCursor(next);
    const at = items.findIndex((item) => item.kind === 'row' && item.row.ticket.id === next);
    lines.scrollToIndex(at === 1 ? 0 : at);
    scroller.current?.focus({ preventScroll: true });
  }
  /** The cursor's ticket and the next one are selected too. */
  function extend(step: number): void {
    const next = neighbour(items, cursor, step);
    if (next === undefined) return;
    picking.add(cursor === undefined ? [next] : [cursor, next]);
    move(step);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (picking.on && onPickingKey(event, step)) event.preventDefault();
    else if (step !== undefined && event.target === event.currentTarget) {
      event.preventDefault();
      move(step);
    } else if (event.key === 'Enter' && event.target === event.currentTarget) {
      if (cursor === undefined || cursor === selected) return; // open already: Enter is for the conflict, if there is one
      event.preventDefault();
      select(cursor);
    }
  }
  /** @returns whether the key was one of the selection's */
  function onPickingKey(event: KeyboardEvent, step: number | undefined): boolean {
    if (event.target !== event.currentTarget) return false;
    const isOne = step === 1 || step === -1;
    if (event.shiftKey && isOne) extend(step);
    else if (event.key === ' ' && cursor !== undefined) picking.toggle(cursor);
    else if (event.key === 'a' && event.ctrlKey && cursor !== undefined) picking.add(groupOf(items, cursor));
    else if (event.key === 'Escape') picking.leave();
    else return false;
    return true;
  }
  const pickNext = { keys: 'Shift+J', manner: 'walks', shown: '⇧J', label: 'queue.key.pickNext' } as const;
  const pickPrevious = {
    keys: 'Shift+K',
    manner: 'walks',
    shown: '⇧K',
    label: 'queue.key.pickPrevious',
  } as const;
  useShortcut({ ...pickNext, run: () => extend(1) }, picking.on);
  useShortcut({ ...pickPrevious, run: () => extend(-1) }, picking.on);
  useShortcut({ keys: 'j', manner: 'walks', shown: 'J', label: 'desk.key.next', run: () => move(1) });
  useShortcut({ keys: 'k', manner: 'walks', shown: 'K', label: 'desk.key.previous', run: () => move(-1) });

  const drawn = lines.getVirtualItems();
  const cursorDrawn = drawn.some((line) => line.key === cursor);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('desk.tickets')}
      aria-rowcount={items.length}
      aria-multiselectable={picking.on}
      aria-activedescendant={cursorDrawn ? `${prefix}${cursor}` : undefined}
      className={styles.scroller}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.lines} style={{ height: lines.getTotalSize() }}>
        {drawn.map((line) => {
          const item = items[line.index];
          if (item === undefined) return null;
          const place = { transform: `translateY(${line.start}px)`, height: line.size };
          if (item.kind === 'head')
            return <GroupHead key={line.key} group={item.group} index={line.index + 1} style={place} />;
          if (item.kind === 'shelf')
            return <ShelfHead key={line.key} item={item} index={line.index + 1} style={place} />;
          return (
            <QueueRow
              key={line.key}
              id={`${prefix}${item.row.ticket.id}`}
              row={item.row}
              index={line.index + 1}
              cursor={item.row.ticket.id === cursor}
              picked={picking.on ? picking.ids.has(item.row.ticket.id) : undefined}
              target={item.row.ticket.id === picking.target}
              style={place}
              onOpen={() => {
                setCursor(item.row.ticket.id);
                if (picking.on && item.shelf === undefined) picking.toggle(item.row.ticket.id);
                else select(item.row.ticket.id);
                scroller.current?.focus({ preventScroll: true }); // arrows go on from there
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

const heightOf = (item: Item | undefined): number =>
  item?.kind !== 'row' ? HEAD : item.row.alarming ? ALARM : ROW;
const keyOf = (item: Item | undefined): string =>
  item === undefined ? '' : item.kind === 'row' ? item.row.ticket.id : headKey(item);
const headKey = (item: Exclude<Item, { kind: 'row' }>): string =>
  item.kind === 'head' ? `head ${item.group.priority}` : `shelf ${item.shelf}`;

interface GroupHeadProps {
  readonly group: Group;
  readonly index: number;
  readonly style: { readonly transform: string; readonly height: number };
}
function GroupHead({ group, index, style }: GroupHeadProps) {
  const t = useT();
  const room = useTargets();
  return (
    <div role="row" aria-rowindex={index} className={styles.head} style={style}>
      <span role="gridcell" className={styles.headCell}>
        <PriorityMark priority={group.priority} size="small" />
        <b>{t(`priority.${group.priority}`)}</b>
        <span>{group.rows.length}</span>
        <span className={styles.target}>
          {t('desk.target', { target: roundDuration(room.priorities[group.priority].claim * 60_000) })}
        </span>
      </span>
    </div>
  );
}

interface ShelfHeadProps extends Pick<GroupHeadProps, 'index' | 'style'> {
  readonly item: Extract<Item, { kind: 'shelf' }>;
}
function ShelfHead({ item: { shelf, count }, index, style }: ShelfHeadProps) {
  const t = useT();
  return (
    <div role="row" aria-rowindex={index} className={styles.head} style={style}>
      <span role="gridcell" className={styles.headCell}>
        <Icon of={Archive} size="small" />
        <b>{t(`queue.shelf.${shelf}`)}</b>
        <span>{count}</span>
      </span>
    </div>
  );
}
