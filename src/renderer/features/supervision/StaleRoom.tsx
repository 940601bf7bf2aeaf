import { Clock } from 'lucide-react';
import { useNow } from '../../lib/clock/index.ts';
import { clockTime, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import { useAsOf } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Room.module.css';

/** What is shown is the room of then: of when, in words, by the same moment as the banner and the queue. */
export function StaleRoom() {
  const { t, locale } = useLanguage();
  const now = useNow();
  const stale = useLink((link) => isStale(link.state));
  const asOf = useAsOf();
  if (!stale) return null;
  return (
    <p className={styles.stale}>
      <Icon of={Clock} size="small" />
      {asOf === undefined
        ? t('supervision.neverHeard')
        : t('supervision.stoppedAt', {
            time: clockTime(asOf),
            age: wholeDuration(now - asOf, locale),
          })}
    </p>
  );
}
