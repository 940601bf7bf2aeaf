import { Clock } from 'lucide-react';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockTime, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Room.module.css';

/** What is shown is the room of then: since when, in words. */
export function StaleRoom() {
  const { t, locale } = useLanguage();
  const now = useNow();
  const state = useLink((link) => link.state);
  if (!isStale(state)) return null;
  const lost = [state?.broker, state?.hub].flatMap((leg) =>
    leg?.kind === 'lost' ? [millis(leg.since)] : [],
  );
  const since = Math.min(...lost);
  return (
    <p className={styles.stale}>
      <Icon of={Clock} size="small" />
      {Number.isFinite(since)
        ? t('supervision.stoppedAt', { time: clockTime(since), age: wholeDuration(now - since, locale) })
        : t('supervision.neverHeard')}
    </p>
  );
}
