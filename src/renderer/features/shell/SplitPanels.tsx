import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Group, type GroupImperativeHandle, type Layout, Panel, Separator } from 'react-resizable-panels';
import { z } from 'zod';
import { useBridge } from '../../lib/bridge/index.tsx';
import { readPref } from '../../lib/bridge/prefs.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useMedia } from '../../lib/media/index.ts';
import { useReport } from '../../lib/notices/index.ts';
import styles from './SplitPanels.module.css';
import { type Ends as EndWidths, endsIn, MINIMA } from './widths.ts';

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
  const { group, element, moved } = useLayout(read?.key === key ? read : undefined, ends);
  if (read === undefined) return null;
  return (
    <Group
      groupRef={group}
      elementRef={element}
      orientation="horizontal"
      className={styles.group}
      {...(read.layout === undefined ? {} : { defaultLayout: read.layout })}
      onLayoutChanged={(now, meta) => {
        if (!meta.isUserInteraction) return;
        const layout = meta.requestedLayout ?? now;
        moved(layout);
        save(layout);
      }}
    >
      <Panel
        id="start"
        defaultSize={ends[0]}
        minSize={MINIMA.start}
        groupResizeBehavior="preserve-pixel-size"
      >
        {start}
      </Panel>
      <Separator className={styles.border} aria-label={t('shell.borderStart')} />
      <Panel id="middle" minSize={MINIMA.middle}>
        {middle}
      </Panel>
      <Separator className={styles.border} aria-label={t('shell.borderEnd')} />
      <Panel id="end" defaultSize={ends[1]} minSize={MINIMA.end} groupResizeBehavior="preserve-pixel-size">
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

/**
 * Keeps the ends as wide as they are wanted: by whoever moved a border last, else as they were read. A window too small for
 * that changes what is seen and not what is wanted.
 */
function useLayout(read: ReadLayout | undefined, [start, end]: Ends) {
  const group = useRef<GroupImperativeHandle>(null);
  const element = useRef<HTMLDivElement>(null);
  const wanted = useRef<EndWidths>(undefined);
  const room = useRef(0);
  useEffect(() => {
    if (read === undefined || element.current === null) return;
    wanted.current = undefined;
    // The group keeps its ends' pixels, down to their least, when it hears of a new size. Its own observer is older, so it
    // has heard here; while it is hidden neither of the two hears of any width.
    const sized = new ResizeObserver(([entry]) => {
      const width = (entry?.contentRect.width ?? 0) - BORDERS;
      if (width <= 0) return;
      room.current = width;
      wanted.current ??= read.layout === undefined ? { start, end } : inPixels(read.layout, width);
      const ends = endsIn(width, wanted.current);
      const [first, last] = [(ends.start * 100) / width, (ends.end * 100) / width];
      group.current?.setLayout({ start: first, middle: 100 - first - last, end: last });
    });
    sized.observe(element.current);
    return () => sized.disconnect();
  }, [read, start, end]);
  const moved = (layout: Layout) => {
    wanted.current = inPixels(layout, room.current);
  };
  return { group, element, moved };
}

const inPixels = ({ start = 0, end = 0 }: Layout, room: number): EndWidths => ({
  start: (start * room) / 100,
  end: (end * room) / 100,
});

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
