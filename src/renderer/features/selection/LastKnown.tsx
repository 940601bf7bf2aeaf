import { useNow } from '../../lib/clock/index.ts';
import { clockTime, duration, useLocale, useT } from '../../lib/i18n/index.tsx';
import { useCity } from '../city/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Selection.module.css';

/** Without the hub: from when what is said of the lamps is, and how old that is. */
export function LastKnown() {
  const t = useT();
  const offline = useLink(({ state }) => isStale(state));
  const ages = useCity((city) => city.ages);
  const locale = useLocale();
  const now = useNow();
  if (!offline) return null;
  const at = Math.max(0, ...ages.values());
  return (
    <p className={styles.lastKnown}>
      {at === 0
        ? t('selection.neverKnown')
        : t('selection.lastKnown', { time: clockTime(at), age: duration(now - at, locale) })}
    </p>
  );
}
