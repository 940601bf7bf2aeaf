import { Map as MapIcon, X } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Icon, IconButton, useTakesFocus } from '../../../ui/index.ts';
import { criteriaCount, type Filter, NO_FILTER, type Whose } from './filter.ts';
import type { Missed } from './items.ts';
import styles from './Queue.module.css';
import { type View, viewOf } from './views.ts';

const WHOSE: readonly Whose[] = ['all', 'free', 'mine'];

interface QueueFilterProps {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly filter: Filter;
  readonly views: readonly View[];
  /** how many open tickets it leaves out */
  readonly hidden: number;
  /** those of them that must not be forgotten */
  readonly missed: Missed;
  /** how many it leaves out because nobody knows where on the map they are */
  readonly nowhere: number;
  /** the map is there, so that one may filter by it */
  readonly mapped: boolean;
  /** somebody has just asked for it; one that was kept leaves the keyboard where it is */
  readonly asked: boolean;
  readonly onChange: (filter: Filter | undefined) => void;
  readonly onViews: () => void;
}
/** Narrows the queue by words, by owner and by a view; Escape shows all and goes back to where one was. */
export function QueueFilter({
  box,
  filter,
  views,
  hidden,
  missed,
  nowhere,
  mapped,
  asked,
  onChange,
  onViews,
}: QueueFilterProps) {
  const t = useT();
  const area = useRef<HTMLElement>(null);
  useTakesFocus(area, () => asked);
  const pressing = [
    ...(missed.urgent === 0 ? [] : [t('queue.missedUrgent', { n: missed.urgent })]),
    ...(missed.mine === 0 ? [] : [t('queue.missedMine', { n: missed.mine })]),
  ];
  const count = criteriaCount({ ...filter, whose: 'all' });
  return (
    <search
      ref={area}
      className={styles.filter}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // it is done: what lies beneath must not hear it too
        onChange(undefined);
      }}
    >
      <div className={styles.words}>
        <input
          ref={box}
          type="text"
          maxLength={200}
          aria-label={t('desk.filterWords')}
          placeholder={t('desk.filterWords')}
          value={filter.text}
          className={styles.box}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
        <IconButton icon={X} label={t('desk.showAll')} onClick={() => onChange(undefined)} />
      </div>
      <div className={styles.whose}>
        {WHOSE.map((whose) => (
          <Button
            key={whose}
            aria-pressed={filter.whose === whose}
            look={filter.whose === whose ? 'secondary' : 'bare'}
            onClick={() => onChange({ ...(filter ?? NO_FILTER), whose })}
          >
            {t(`desk.whose.${whose}`)}
          </Button>
        ))}
      </div>
      <div className={styles.whose}>
        <Button
          aria-pressed={filter.inMap === true}
          look={filter.inMap ? 'secondary' : 'bare'}
          shortcut="⇧ C"
          off={mapped ? undefined : t('queue.noMap')}
          onClick={() => onChange({ ...filter, inMap: !filter.inMap })}
        >
          <Icon of={MapIcon} size="small" />
          {t('queue.inMap')}
        </Button>
        {nowhere > 0 && (
          <p className={styles.nowhere} title={t('queue.nowhereWhy')}>
            {t('queue.nowhere', { n: nowhere })}
          </p>
        )}
      </div>
      <div className={styles.whose}>
        <p className={styles.hidden}>{hidden > 0 && t('queue.hidden', { n: hidden })}</p>
        <Button shortcut="W" className={styles.views ?? ''} onClick={onViews}>
          <span className="cut">
            {viewOf(filter, views)?.name ??
              (count === 0 ? t('queue.more') : t('queue.criteria', { n: count }))}
          </span>
        </Button>
      </div>
      {pressing.length > 0 && (
        <div className={styles.missed} role="status">
          <b className="grow">{t('queue.missed', { what: pressing.join(', ') })}</b>
          <Button shortcut={t('common.escape')} onClick={() => onChange(undefined)}>
            {t('desk.showAll')}
          </Button>
        </div>
      )}
    </search>
  );
}
