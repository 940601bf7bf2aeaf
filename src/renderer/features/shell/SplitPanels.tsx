import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { z } from 'zod';
import { useBridge } from '../../lib/bridge/index.tsx';
import { readPref } from '../../lib/bridge/prefs.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useReport } from '../../lib/notices/index.ts';
import styles from './SplitPanels.module.css';

const WIDE = '(min-width: 1600px)';
const SavedLayout = z.record(z.string(), z.number());

interface SplitPanelsProps {
  /** names the layout in what is remembered */
  readonly workspace: string;
  readonly person: string | undefined;
  /** widths at first, px; the middle takes the rest */
  readonly wide: readonly [number, number];
  readonly narrow: readonly [number, number];
  readonly children: readonly [ReactNode, ReactNode, ReactNode];
}

/** Three panels side by side whose borders move, by pointer or arrow keys, and stay where each operator left them. */
export function SplitPanels({ workspace, person, wide, narrow, children }: SplitPanelsProps) {
  const t = useT();
  const isWide = useMedia(WIDE);
  const key = `layout.${workspace}.${isWide ? 'wide' : 'narrow'}.${person ?? 'seat'}`.slice(0, 80);
  const { layout, save } = useSavedLayout(key);
  if (layout === 'unread') return null;
  const [left, right] = isWide ? wide : narrow;
  const [start, middle, end] = children;
  return (
    <Group
      key={key}
      orientation="horizontal"
      className={styles.group}
      {...(layout === undefined ? {} : { defaultLayout: layout })}
      onLayoutChanged={(now, meta) => meta.isUserInteraction && save(meta.requestedLayout ?? now)}
    >
      <Panel id="start" defaultSize={left} minSize={280} groupResizeBehavior="preserve-pixel-size">
        {start}
      </Panel>
      <Separator className={styles.border} aria-label={t('shell.borderStart')} />
      <Panel id="middle" minSize={240}>
        {middle}
      </Panel>
      <Separator className={styles.border} aria-label={t('shell.borderEnd')} />
      <Panel id="end" defaultSize={right} minSize={400} groupResizeBehavior="preserve-pixel-size">
        {end}
      </Panel>
    </Group>
  );
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

function useSavedLayout(key: string) {
  const bridge = useBridge();
  const report = useReport();
  const [read, setRead] = useState<{ key: string; layout: Layout | undefined }>();
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
    layout: read?.key === key ? read.layout : ('unread' as const),
    save: (layout: Layout) => {
      bridge.request('prefs.set', { key, value: { ...layout } }).catch((error) => report('prefs.set', error));
    },
  };
}
