import { Unplug } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LegState } from '../../../shared/ipc/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { duration, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { classes, Icon } from '../../ui/index.ts';
import styles from './LegCell.module.css';

interface LegCellProps {
  readonly name: string;
  readonly leg: LegState | undefined;
  /** shown instead of the age while the leg is up */
  readonly value?: string | undefined;
}

/** One leg of the way to the room: its name, and the age of its last word or how long it has been lost. */
export function LegCell({ name, leg, value }: LegCellProps) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const lost = leg?.kind === 'lost';
  return (
    <div className={classes(styles.leg, lost && styles.lost)}>
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>
        {lost ? (
          <Icon of={Unplug} size="small" />
        ) : (
          <i className={leg?.kind === 'up' ? styles.up : styles.unknown} />
        )}
        {leg === undefined || leg.kind === 'unknown'
          ? t('link.unknown')
          : leg.kind === 'lost'
            ? t('link.lostFor', { age: wholeDuration(now - millis(leg.since), locale) })
            : (value ?? duration(now - millis(leg.heardAt), locale))}
      </span>
    </div>
  );
}

/** Tells assistive technology when the link changes, and only then. */
export function LinkVoice({ lost }: { readonly lost: boolean }) {
  const { t } = useLanguage();
  const [said, setSaid] = useState('');
  const [before, setBefore] = useState(lost);
  useEffect(() => {
    if (before === lost) return;
    setBefore(lost);
    setSaid(t(lost ? 'link.voice.lost' : 'link.voice.back'));
  }, [before, lost, t]);
  return (
    <span aria-live="assertive" className={styles.voice}>
      {said}
    </span>
  );
}
