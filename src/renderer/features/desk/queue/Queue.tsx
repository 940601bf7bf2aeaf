import { Clock, Funnel } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useNow } from '../../../lib/clock/index.ts';
import { clockTime, useLanguage, wholeDuration } from '../../../lib/i18n/index.tsx';
import { useShortcut } from '../../../lib/keys/index.ts';
import { Button, EmptyState, Icon, IconButton, LoadingState, Panel, PanelHead } from '../../../ui/index.ts';
import { isStale, useLink } from '../../link/index.ts';
import { useBoard, useDesk, useViewer } from '../board.ts';
import { isFiltering, NO_FILTER, queueItems } from './items.ts';
import { useKeptFilter } from './kept-filter.ts';
import styles from './Queue.module.css';
import { QueueFilter } from './QueueFilter.tsx';
import { QueueList } from './QueueList.tsx';

/** The queue: all open tickets by priority, oldest first. */
export function Queue({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useLanguage();
  const loaded = useDesk((desk) => desk.loaded);
  const open = useBoard((board) => board.open);
  const board = useBoard((whole) => whole);
  const { me } = useViewer();
  const [filter, setFilter] = useKeptFilter(me?.id);
  const asked = useRef(false);
  const box = useRef<HTMLInputElement>(null);
  const items = useMemo(() => queueItems(board, filter ?? NO_FILTER), [board, filter]);
  const shown = items.filter((item) => item.kind === 'row').length;
  const filtering = filter !== undefined && isFiltering(filter);

  const ask = () => {
    asked.current = true;
    setFilter(NO_FILTER);
  };
  useShortcut({ keys: 'n', shown: 'N', label: 'desk.key.create', run: onCreate });
  useShortcut({
    keys: '/',
    shown: '/',
    label: 'desk.key.filter',
    run: () => {
      if (filter === undefined) ask(); // new, it takes the focus itself
      box.current?.focus();
    },
  });
  return (
    <Panel label={t('desk.queue')}>
      <PanelHead
        title={t('desk.queue')}
        aside={
          loaded ? (filtering ? t('desk.shown', { shown, open }) : t('desk.open', { n: open })) : undefined
        }
      >
        <IconButton
          icon={Funnel}
          label={t('desk.filter')}
          shortcut="/"
          aria-pressed={filter !== undefined}
          onClick={() => (filter === undefined ? ask() : setFilter(undefined))}
        />
        <Button shortcut="N" onClick={onCreate}>
          {t('desk.create')}
        </Button>
      </PanelHead>
      {filter !== undefined && (
        <QueueFilter box={box} filter={filter} asked={asked.current} onChange={setFilter} />
      )}
      <StaleStrip />
      {!loaded ? (
        <LoadingState title={t('common.loading')} detail={t('desk.loadingDetail')} />
      ) : items.length > 0 ? (
        <QueueList items={items} />
      ) : filtering ? (
        <EmptyState title={t('desk.noneMatch')}>
          <Button onClick={() => setFilter(undefined)}>{t('desk.showAll')}</Button>
        </EmptyState>
      ) : (
        <EmptyState title={t('desk.none')} detail={t('desk.noneDetail')} />
      )}
    </Panel>
  );
}

/** The queue is not live: since when, in words. */
function StaleStrip() {
  const { t, locale } = useLanguage();
  const now = useNow();
  const stale = useLink((link) => isStale(link.state));
  const asOf = useDesk((desk) => desk.asOf);
  if (!stale) return null;
  const at = asOf === undefined ? undefined : Date.parse(asOf);
  return (
    <p className={styles.stale}>
      <Icon of={Clock} size="small" />
      {at === undefined
        ? t('desk.neverHeard')
        : t('desk.stoppedAt', { time: clockTime(at), age: wholeDuration(now - at, locale) })}
    </p>
  );
}
