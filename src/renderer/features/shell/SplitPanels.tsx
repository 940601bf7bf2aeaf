import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Group, type GroupImperativeHandle, type Layout, Panel, Separator } from 'react-resizable-panels';
import { z } from 'zod';
import { useBridge } from '../../lib/bridge/index.tsx';
import { readPref } from '../../lib/bridge/prefs.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useMedia } from '../../lib/media/index.ts';
import { useReport } from '../../lib/notices/index.ts';
import styles from './SplitPanels.module.css';

const WIDE = '(min-width: 1600px)';
/** Of the panels' width, what the two borders take, px. */
const BORDERS = 2;
const SavedLayout = z.record(z.string(), z.number());

/** Widths at first, px; the middle takes the rest. */
type Ends = readonly [start: number, end: number];

interface SplitPanelsProps {
  /** names the layout in what is remembered */
  readonly workspace: string;
  readonly person: string | undefined;
  readonly wide: Ends;
  readonly narrow: Ends;
  readonly children: readonly [ReactNode, ReactNode, ReactNode];
}

/**
 * Three panels side by side whose borders move, by pointer or arrow keys, and stay where each operator left them,
 * in wide and in narrow windows. A window that becomes wide or narrow moves borders and nothing else: a panel that
 * was made anew would lose where its map stood, and ask for its cameras again.
 */
export function SplitPanels({ workspace, person, wide, narrow, children }: SplitPanelsProps) {
  const t = useT();
  const isWide = useMedia(WIDE);
  const key = `layout.${workspace}.${isWide ? 'wide' : 'narrow'}.${person ?? 'seat'}`.slice(0, 80);
  const { read, save } = useSavedLayout(key);
  const ends = isWide ? wide : narrow;
  const [start, middle, end] = children;
  const { group, element } = useLayout(read?.key === key ? read : undefined, ends);
  if (read === undefined) return null;
  return (
    <Group
      groupRef={group}
      elementRef={element}
      orientation="horizontal"
      className={styles.group}
      {...(read.layout === undefined ? {} : { defaultLayout: read.layout })}
      onLayoutChanged={(now, meta) => meta.isUserInteraction && save(meta.requestedLayout ?? now)}
    >
      <Panel id="start" defaultSize={ends[0]} minSize={280} groupResizeBehavior="preserve-pixel-size">
        {start}
      </Panel>
      <Separator className={styles.border} aria-label={t('shell.borderStart')} />
      <Panel id="middle" minSize={240}>
        {middle}
      </Panel>
      <Separator className={styles.border} aria-label={t('shell.borderEnd')} />
      <Panel id="end" defaultSize={ends[1]} minSize={400} groupResizeBehavior="preserve-pixel-size">
        {end}
      </Panel>
    </Group>
  );
}

interface ReadLayout {
  readonly key: string;
  /** undefined where nobody moved a border yet */
  readonly layout: Layout | undefined;
}

/** Moves the borders where another layout was read. */
function useLayout(read: ReadLayout | undefined, [start, end]: Ends) {
  const group = useRef<GroupImperativeHandle>(null);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (read === undefined || element.current === null) return;
    // The group keeps its ends' pixels when it hears of a new size. Its own observer is older, so it has heard here;
    // while it is hidden neither of the two hears.
    const sized = new ResizeObserver(([entry]) => {
      sized.disconnect();
      const percent = 100 / ((entry?.contentRect.width ?? 0) - BORDERS);
      const ends = { start: start * percent, end: end * percent };
      group.current?.setLayout(read.layout ?? { ...ends, middle: 100 - ends.start - ends.end });
    });
    sized.observe(element.current);
    return () => sized.disconnect();
  }, [read, start, end]);
  return { group, element };
}

/** @returns the layout last read, which may be another key's until its own has come */
function useSavedLayout(key: string) {
  const bridge = useBridge();
  const report = useReport();
  const [read, setRead] = useState<ReadLayout>();
  useEffect(() => {
    let wanted = true;
    readPref(bridge, key, (value) => SavedLayout.safeParse(value).data).then(
      (layout) => wanted && setRead({ key, layout }),
      (error) => {
        report('prefs.get', error);
        if (wanted) setRead({ key, layout: undefined });
      },
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, key]);
  return {
    read,
    save: (layout: Layout) => {
      bridge.request('prefs.set', { key, value: { ...layout } }).catch((error) => report('prefs.set', error));
    },
  };
}
