import { X } from 'lucide-react';
import type { Ref } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, IconButton } from '../../../ui/index.ts';
import { type Filter, NO_FILTER, type Whose } from './items.ts';
import styles from './Queue.module.css';

const WHOSE: readonly Whose[] = ['all', 'free', 'mine'];

interface QueueFilterProps {
  readonly box: Ref<HTMLInputElement>;
  readonly filter: Filter;
  readonly onChange: (filter: Filter | undefined) => void;
}
/** Narrows the queue by words and by owner. */
export function QueueFilter({ box, filter, onChange }: QueueFilterProps) {
  const t = useT();
  return (
    <search className={styles.filter}>
      <div className={styles.words}>
        <input
          ref={box}
          type="text"
          aria-label={t('desk.filterWords')}
          placeholder={t('desk.filterWords')}
          value={filter.text}
          className={styles.box}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
          onKeyDown={(event) => event.key === 'Escape' && onChange(undefined)}
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
    </search>
  );
}
