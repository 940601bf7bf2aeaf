import { useMemo } from 'react';
import { type LampKey, slotOf } from '../../../shared/lamp/selection.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockTime, duration, useLocale, useT } from '../../lib/i18n/index.tsx';
import { useLeftOff } from '../city/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Selection.module.css';

/** Without the hub: from when what is said of the selected lamps is, and how old that is. */
export function LastKnown({ keys }: { readonly keys: ReadonlySet<LampKey> }) {
  const t = useT();
  const offline = useLink(({ state }) => isStale(state));
  const slots = useMemo(() => new Set(Array.from(keys, slotOf)), [keys]);
  const at = useLeftOff(slots) ?? 0;
  const locale = useLocale();
  const now = useNow();
  if (!offline) return null;
  return (
    <p className={styles.lastKnown}>
      {at === 0
        ? t('selection.neverKnown')
        : t('selection.lastKnown', { time: clockTime(at), age: duration(now - at, locale) })}
    </p>
  );
}
