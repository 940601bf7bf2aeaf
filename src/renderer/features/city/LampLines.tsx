// biome-ignore-all lint/a11y/useSemanticElements: a select can't be virtual, so the roles of a listbox are given
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the list, aria-activedescendant names the line
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from 'react';
import { LampState } from '../../../shared/lamp/state.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { classes, cursorAfter, useTakesFocus } from '../../ui/index.ts';
import { type LampRef, lampLine } from '../map/index.ts';
import { useLeftOff } from './freshness.ts';
import styles from './StreetLamps.module.css';
import { useCity } from './store.ts';

const LINE = 48;

interface LampLinesProps {
  /** what the list is called */
  readonly label: string;
  readonly refs: readonly LampRef[];
  readonly picked: LampRef | undefined;
  /** where several are: in the place of `picked` */
  readonly isPicked?: (lamp: LampRef) => boolean;
  readonly onPick: (lamp: LampRef) => void;
  readonly onClose: () => void;
}

/** One stop for Tab; arrows move a cursor, Enter picks, Escape closes. Only lines in sight are in the document. */
export function LampLines({ label, refs, picked, isPicked, onPick, onClose }: LampLinesProps) {
  const box = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const [cursor, setCursor] = useState(0);
  useTakesFocus(box);
  const lines = useVirtualizer({
    count: refs.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 4,
  });
  const at = Math.min(cursor, refs.length - 1);
  function onKeyDown(event: KeyboardEvent): void {
    const next = cursorAfter(event.key, at, refs.length);
    if (next !== undefined) {
      setCursor(next);
      lines.scrollToIndex(next);
    } else if (event.key === 'Enter' || event.key === ' ') onPick(refs[at]!);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  }
  return (
    <div
      ref={box}
      role="listbox"
      aria-multiselectable={isPicked !== undefined}
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`${prefix}${at}`}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.lines} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start, size }) => {
          const lamp = refs[index];
          if (lamp === undefined) return null;
          return (
            <LampLine
              key={index}
              id={`${prefix}${index}`}
              lamp={lamp}
              place={[index + 1, refs.length]}
              cursor={index === at}
              picked={isPicked?.(lamp) ?? (picked?.slot === lamp.slot && picked.index === lamp.index)}
              style={{ transform: `translateY(${start}px)`, height: size }}
              onPick={() => {
                setCursor(index);
                onPick(lamp);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

interface LampLineProps {
  readonly id: string;
  readonly lamp: LampRef;
  /** its number in the list, and how many there are */
  readonly place: readonly [number, number];
  readonly cursor: boolean;
  readonly picked: boolean;
  readonly style: CSSProperties;
  readonly onPick: () => void;
}

function LampLine({ id, lamp, place, cursor, picked, style, onPick }: LampLineProps) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const { lamps, book } = useCity((city) => city);
  const n = lamps.find(lamp.slot, lamp.index);
  const [state = LampState.neverSeen, level = 0, faults = 0] = [
    lamps.state[n],
    lamps.level[n],
    lamps.faults[n],
  ];
  const seen = (lamps.observedAt[n] ?? 0) * 1_000;
  const old = useLeftOff([lamp.slot]) !== undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      id={id}
      role="option"
      aria-selected={picked}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      className={classes(styles.line, cursor && styles.cursor, picked && styles.picked)}
      style={style}
      onClick={onPick}
    >
      <span className="id cut">{book.facts(lamp)?.id}</span>
      <span className={classes(styles.age, 'figures', old && styles.old)}>
        {seen === 0 ? t('map.lamp.never') : t('map.lamp.age', { age: wholeDuration(now - seen, locale) })}
      </span>
      <span className={classes(styles.state, 'cut', old && styles.old)}>
        {lampLine(t, state, level, faults)}
      </span>
    </div>
  );
}
