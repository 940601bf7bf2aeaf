import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useLocale, useT, wholeNumber } from '../../lib/i18n/index.tsx';
import { Button, EmptyState, IconButton, Select } from '../../ui/index.ts';
import { LampLines } from '../city/index.ts';
import { useSelection } from '../selection/index.ts';
import styles from './MapLists.module.css';
import { MAP_LISTS } from './map-lists.ts';
import type { Inside, ListedMap, MapList, Thing } from './model.ts';
import { keptOrder } from './order.ts';
import { ThingList } from './ThingList.tsx';

interface MapListsProps {
  readonly map: ListedMap;
  /** which list is open, by id; the first where it is none of them */
  readonly chosen: string | undefined;
  readonly onChosen: (list: string) => void;
  readonly onClose: () => void;
}

/** All that the map shows, by kind and name: for the keyboard and for who hears it, and for who knows only a name. */
export function MapLists({ map, chosen, onChosen, onClose }: MapListsProps) {
  const t = useT();
  const lists = MAP_LISTS.filter(({ id }) => !map.lacks.includes(id));
  const list = lists.find(({ id }) => id === chosen) ?? MAP_LISTS[0];
  return (
    <section className={styles.panel} aria-label={t('lists.title')}>
      <header className={styles.head}>
        <Select
          label={t('lists.which')}
          className={styles.which}
          value={list.id}
          choices={lists.map(({ id, label }) => ({ value: id, label: t(label) }))}
          onChoose={onChosen}
        />
        <IconButton icon={X} label={t('lists.close')} onClick={onClose} />
      </header>
      <OneList key={list.id} list={list} map={map} onClose={onClose} />
    </section>
  );
}

interface OneListProps {
  readonly list: MapList;
  readonly map: ListedMap;
  readonly onClose: () => void;
}

/** Things of a kind, and what is within the one that was entered. */
function OneList({ list, map, onClose }: OneListProps) {
  const t = useT();
  const order = useRef<readonly string[]>([]);
  const all = keptOrder(order.current, list.useThings(map));
  order.current = all.map(({ id }) => id);
  const [path, setPath] = useState<readonly string[]>([]);
  /** the line with the cursor, at each depth */
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const { trail, inside } = entered(all, path);
  const depth = trail.length;
  const into = trail.at(-1);
  const go = (to: number) => setPath(path.slice(0, Math.max(0, to)));
  if (all.length === 0) return <EmptyState title={t(list.none)} />;
  const label = into?.label ?? t(list.label);
  const back = into && (
    <div className={styles.back}>
      <IconButton icon={ChevronLeft} label={t('lists.back')} onClick={() => go(depth - 1)} />
      <b className="cut">{trail.map((thing) => thing.label).join(' · ')}</b>
    </div>
  );
  if (inside.kind === 'lamps')
    return (
      <>
        {back}
        <Lamps
          key={depth}
          label={label}
          inside={inside}
          map={map}
          onBack={() => go(depth - 1)}
          onClose={onClose}
        />
      </>
    );
  return (
    <Things
      key={depth}
      label={label}
      things={inside.things}
      cursor={cursors[depth]}
      onCursor={(id) => setCursors([...cursors.slice(0, depth), id])}
      onEnter={(id) => setPath([...path.slice(0, depth), id])}
      onBack={() => go(depth - 1)}
      onClose={onClose}
      map={map}
    >
      {back}
    </Things>
  );
}

/** How far a path leads among what there is now, and what is there. */
function entered(all: readonly Thing[], path: readonly string[]) {
  let inside: Inside = { kind: 'things', things: all };
  const trail: Thing[] = [];
  for (const id of path) {
    const thing: Thing | undefined =
      inside.kind === 'things' ? inside.things.find((one) => one.id === id) : undefined;
    const next: Inside | undefined = thing?.inside?.();
    if (thing === undefined || next === undefined) break;
    trail.push(thing);
    inside = next;
  }
  return { trail, inside };
}

interface ThingsProps {
  readonly label: string;
  readonly things: readonly Thing[];
  readonly cursor: string | undefined;
  readonly onCursor: (id: string) => void;
  readonly onEnter: (id: string) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly map: ListedMap;
  /** stands above the lines */
  readonly children: ReactNode;
}

/** The lines, and below them what can be done with the one under the cursor. */
function Things({ label, things, cursor, onCursor, onEnter, onBack, onClose, map, children }: ThingsProps) {
  const t = useT();
  const locale = useLocale();
  const choose = useSelection((selection) => selection.choose);
  const show = useSelection((selection) => selection.show);
  const [said, setSaid] = useState('');
  const at = Math.max(
    0,
    things.findIndex(({ id }) => id === cursor),
  );
  const thing = things[at];
  const { toChosen } = map;
  const lamps = toChosen && thing?.lamps;
  function take(): void {
    const keys = lamps?.() ?? [];
    if (thing === undefined || keys.length === 0) {
      setSaid(t('lists.noLamps'));
      return;
    }
    const name = thing.called ?? thing.label;
    choose(keys, { kind: 'named', name }, false);
    show(keys);
    setSaid(t('lists.chosen', { name, n: keys.length, all: wholeNumber(keys.length, locale) }));
    toChosen?.();
  }
  const acts = {
    show: () => (thing?.show === undefined ? setSaid(t('lists.nowhere')) : thing.show()),
    choose: take,
    enter: () => thing?.inside && onEnter(thing.id),
    back: onBack,
    close: onClose,
  };
  return (
    <>
      {children}
      {things.length === 0 ? (
        <EmptyState title={t('palette.noLamp')} />
      ) : (
        <ThingList
          label={label}
          things={things}
          at={at}
          onCursor={(to) => {
            setSaid('');
            onCursor(things[to]!.id);
          }}
          acts={acts}
        />
      )}
      <footer className={styles.foot}>
        <Button shortcut="↵" off={thing?.show ? undefined : t('lists.nowhere')} onClick={acts.show}>
          {t('lists.show')}
        </Button>
        {lamps && (
          <Button shortcut={t('lists.space')} onClick={take}>
            {t('lists.choose')}
          </Button>
        )}
        {thing?.inside && (
          <IconButton icon={ChevronRight} label={t('lists.inside')} shortcut="→" onClick={acts.enter} />
        )}
      </footer>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </>
  );
}

interface LampsProps extends Pick<OneListProps, 'map' | 'onClose'> {
  readonly label: string;
  readonly inside: Extract<Inside, { kind: 'lamps' }>;
  readonly onBack: () => void;
}

/** Lamps as everywhere else: Enter opens the card of one. */
function Lamps({ label, inside: { lamps }, map, onBack, onClose }: LampsProps) {
  const t = useT();
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'Backspace') return;
    event.preventDefault();
    onBack();
  }
  if (lamps.length === 0) return <EmptyState title={t('palette.noLamp')} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list within has the focus
    <div className={styles.lamps} onKeyDown={onKeyDown}>
      <LampLines
        label={t('lists.lampsOf', { name: label })}
        refs={lamps}
        picked={undefined}
        onPick={map.openLamp}
        onClose={onClose}
      />
    </div>
  );
}
