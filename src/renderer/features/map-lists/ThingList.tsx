// biome-ignore-all lint/a11y/useSemanticElements: a select can't be virtual, so the roles of a listbox are given
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the list, aria-activedescendant names the line
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useNow } from '../../lib/clock/index.ts';
import { classes, cursorAfter, useTakesFocus } from '../../ui/index.ts';
import styles from './MapLists.module.css';
import type { Thing } from './model.ts';
import { findTyped, NOTHING_TYPED, takesSpace, typedNext } from './typed-ahead.ts';

/** One with one line of detail; two make it higher. */
const LINE = 57;

export interface ThingListProps {
  readonly label: string;
  /** at least one */
  readonly things: readonly Thing[];
  /** the line with the cursor */
  readonly at: number;
  readonly onCursor: (at: number) => void;
  readonly acts: Readonly<Record<'show' | 'choose' | 'enter' | 'back' | 'close', () => void>>;
}

/**
 * Things by name. One stop for Tab: arrows, Home, End and letters move a cursor, Enter shows what is under it, space
 * chooses its lamps, the right arrow goes into it and the left one back. Only lines in sight are in the document.
 */
export function ThingList({ label, things, at, onCursor, acts }: ThingListProps) {
  const box = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const typed = useRef(NOTHING_TYPED);
  // Who goes through the choice of lists by arrows stays there until they leave it.
  useTakesFocus(box, () => !(document.activeElement instanceof HTMLSelectElement));
  const lines = useVirtualizer({
    count: things.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 4,
  });
  const { scrollToIndex } = lines;
  useEffect(() => scrollToIndex(at), [scrollToIndex, at]);
  const KEYS: Readonly<Record<string, () => void>> = {
    Enter: acts.show,
    ' ': acts.choose,
    ArrowRight: acts.enter,
    ArrowLeft: acts.back,
    Backspace: acts.back,
    Escape: acts.close,
  };
  /** A letter, or a space within a word, looks for a name. */
  function types({ key, timeStamp }: KeyboardEvent): boolean {
    const isLetter = /^[\p{L}\p{N}]$/u.test(key);
    if (!isLetter && !(key === ' ' && takesSpace(typed.current, timeStamp))) return false;
    typed.current = typedNext(typed.current, key, timeStamp);
    const labels = things.map((thing) => thing.label);
    const found = findTyped(labels, typed.current.text, at);
    if (found !== undefined) onCursor(found);
    return true;
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { key } = event;
    const next = cursorAfter(key, at, things.length);
    if (next !== undefined) onCursor(next);
    else if (!types(event)) {
      const run = KEYS[key];
      if (run === undefined) return;
      run();
    }
    event.preventDefault();
  }
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`${prefix}${at}`}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.lines} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start }) => {
          const thing = things[index];
          if (thing === undefined) return null;
          return (
            <ThingLine
              key={thing.id}
              id={`${prefix}${index}`}
              thing={thing}
              place={[index + 1, things.length]}
              cursor={index === at}
              index={index}
              measure={lines.measureElement}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                onCursor(index);
                thing.show?.();
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

interface ThingLineProps {
  readonly id: string;
  readonly thing: Thing;
  /** its number in the list, and how many there are */
  readonly place: readonly [number, number];
  readonly cursor: boolean;
  readonly index: number;
  readonly measure: (line: HTMLElement | null) => void;
  readonly style: CSSProperties;
  readonly onClick: () => void;
}

function ThingLine({ id, thing, place, cursor, index, measure, style, onClick }: ThingLineProps) {
  useNow();
  const { detail, state, age } = thing.say();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      ref={measure}
      data-index={index}
      id={id}
      role="option"
      aria-selected={cursor}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      className={classes(styles.line, cursor && styles.cursor)}
      style={style}
      onClick={onClick}
    >
      <span className={classes(styles.name, 'cut')}>{thing.label}</span>
      {age !== undefined && <span className={styles.age}>{age}</span>}
      <span className={classes(styles.detail, age !== undefined && styles.old)}>
        {state !== undefined && <b className={styles.state}>{state}</b>}
        {state !== undefined && ' · '}
        {detail}
      </span>
    </div>
  );
}
