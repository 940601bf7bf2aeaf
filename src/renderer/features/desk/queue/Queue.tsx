import { Clock, Funnel, ListChecks } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Box } from '../../../../shared/geo/box.ts';
import { authorize } from '../../../../shared/rights/authorize.ts';
import { useLateTick, useNow } from '../../../lib/clock/index.ts';
import { clockTime, useLanguage, useT, wholeDuration } from '../../../lib/i18n/index.tsx';
import { useShortcut } from '../../../lib/keys/index.ts';
import { Button, EmptyState, Icon, IconButton, LoadingState, Panel, PanelHead } from '../../../ui/index.ts';
import { isStale, useLink } from '../../link/index.ts';
import { useAsOf } from '../as-of.ts';
import { useBoard, useDesk, useViewer } from '../board.ts';
import { BulkBar } from '../bulk/BulkBar.tsx';
import { usePicking } from '../bulk/picking.ts';
import { EMPTY_DRAFT } from '../create/draft.ts';
import { NEW } from '../create/use-written.ts';
import { useTargets } from '../due.ts';
import { ArchiveStrip } from './ArchiveStrip.tsx';
import { isFiltering, NO_FILTER } from './filter.ts';
import { missedBy, queueItems, unplaced } from './items.ts';
import styles from './Queue.module.css';
import { QueueFilter } from './QueueFilter.tsx';
import { QueueList } from './QueueList.tsx';
import { useArchive, useFound } from './search.ts';
import { ViewsDialog } from './ViewsDialog.tsx';
import { useViews } from './views.ts';

interface QueueProps {
  /** what of the city the map shows; undefined before it is drawn, or where there is none */
  readonly seen?: Box | undefined;
}

/** The queue: all open tickets by priority, oldest first. */
export function Queue({ seen }: QueueProps) {
  const { t } = useLanguage();
  const loaded = useDesk((desk) => desk.loaded);
  const board = useBoard((whole) => whole);
  const { me } = useViewer();
  const create = useDesk((desk) => desk.create);
  const place = useDesk((desk) => desk.place);
  const drafted = useDesk((desk) => desk.forms.has(NEW));
  const mayCreate = me !== undefined && authorize(me, 'ticket.create', { kind: 'ticket' }).ok;
  const onCreate = () => create({});
  const kept = useViews(me?.id);
  const { filter, setFilter } = kept;
  const [choosing, setChoosing] = useState(false);
  const asked = useRef(false);
  const box = useRef<HTMLInputElement>(null);
  const text = filter?.text ?? '';
  const found = useFound(text);
  const archive = useArchive(text);
  const room = useTargets();
  const now = useLateTick(filter?.late === true);
  // A queue that no map narrows is not made anew as the map moves.
  const inView = filter?.inMap ? seen : undefined;
  const items = useMemo(
    () => queueItems(board, filter ?? NO_FILTER, { room, now, found, seen: inView }, archive.tickets),
    [board, filter, room, now, found, inView, archive.tickets],
  );
  const { open } = board;
  const shown = useMemo(
    () => items.filter((item) => item.kind === 'row' && item.row.ticket.state !== 'closed').length,
    [items],
  );
  const filtering = filter !== undefined && isFiltering(filter);
  const nowhere = useMemo(() => (filter?.inMap ? unplaced(board, items) : 0), [filter?.inMap, board, items]);
  const missed = useMemo(() => missedBy(board, items), [board, items]);
  const picking = usePicking(items);

  const ask = () => {
    asked.current = true;
    setFilter(NO_FILTER);
  };
  const showAll = { keys: 'Escape', shown: t('common.escape'), label: 'desk.key.showAll' } as const;
  // Of a search nobody is reminded but by what is missing: it goes wherever the keyboard is.
  useShortcut({ ...showAll, run: () => setFilter(undefined) }, text !== '');
  useShortcut(
    {
      keys: 'Shift+N',
      shown: '⇧ N',
      label: 'desk.key.createOnMap',
      run: () => {
        create({});
        place({ about: NEW, written: { draft: EMPTY_DRAFT } });
      },
    },
    mayCreate && seen !== undefined,
  );
  useShortcut({ keys: 'n', shown: 'N', label: 'desk.key.create', run: onCreate }, mayCreate);
  useShortcut(
    {
      keys: 'Shift+C',
      shown: '⇧ C',
      label: 'queue.key.inMap',
      run: () => {
        const next = { ...(filter ?? NO_FILTER), inMap: filter?.inMap !== true };
        setFilter(isFiltering(next) ? next : undefined);
      },
    },
    seen !== undefined,
  );
  useShortcut({ keys: 'w', shown: 'W', label: 'queue.key.views', run: () => setChoosing(true) });
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
    <Panel label={t('desk.queue')} className={styles.queue}>
      <PanelHead
        title={t('desk.queue')}
        aside={loaded ? filtering ? t('desk.shown', { shown, open }) : <Open n={open} /> : undefined}
        asideWhole
      >
        <IconButton
          icon={ListChecks}
          label={t('queue.key.pick')}
          shortcut="B"
          aria-pressed={picking.on}
          onClick={picking.toggleMode}
        />
        <IconButton
          icon={Funnel}
          label={t('desk.filter')}
          shortcut="/"
          aria-pressed={filter !== undefined}
          onClick={() => (filter === undefined ? ask() : setFilter(undefined))}
        />
        {mayCreate && (
          <Button shortcut="N" title={drafted ? t('desk.new.waits') : undefined} onClick={onCreate}>
            {t(drafted ? 'desk.new.draft' : 'desk.create')}
          </Button>
        )}
      </PanelHead>
      {filter !== undefined && (
        <QueueFilter
          box={box}
          filter={filter}
          views={kept.views}
          hidden={open - shown}
          missed={missed}
          nowhere={nowhere}
          mapped={seen !== undefined}
          asked={asked.current}
          onChange={setFilter}
          onViews={() => setChoosing(true)}
        />
      )}
      <StaleStrip />
      {!loaded ? (
        <LoadingState title={t('common.loading')} detail={t('desk.loadingDetail')} />
      ) : items.length > 0 ? (
        <QueueList items={items} picking={picking} />
      ) : filtering ? (
        <EmptyState title={t('desk.noneMatch')}>
          <Button onClick={() => setFilter(undefined)}>{t('desk.showAll')}</Button>
        </EmptyState>
      ) : (
        <EmptyState title={t('desk.none')} detail={t('desk.noneDetail')} />
      )}
      {text.trim() !== '' && <ArchiveStrip archive={archive} />}
      <BulkBar picking={picking} />
      {choosing && <ViewsDialog kept={kept} shown={shown} open={open} onClose={() => setChoosing(false)} />}
    </Panel>
  );
}

/** How many are open: where there is no room for the words the figure stands alone, never half of them. */
function Open({ n }: { readonly n: number }) {
  const t = useT();
  const words = t('desk.open', { n });
  return (
    <span title={words}>
      <span className={styles.openWords}>{words}</span>
      <span aria-hidden className={styles.openFigure}>
        {n}
      </span>
    </span>
  );
}

/** The queue is not live: since when, in words. */
function StaleStrip() {
  const { t, locale } = useLanguage();
  const now = useNow();
  const stale = useLink((link) => isStale(link.state));
  const asOf = useAsOf();
  if (!stale) return null;
  return (
    <p className={styles.stale}>
      <Icon of={Clock} size="small" />
      {asOf === undefined
        ? t('desk.neverHeard')
        : t('desk.stoppedAt', { time: clockTime(asOf), age: wholeDuration(now - asOf, locale) })}
    </p>
  );
}
