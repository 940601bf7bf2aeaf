import type { LampOverride } from '../../../shared/lamp/override.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { troubleWords } from '../desk/index.ts';
import styles from './TroubleList.module.css';

interface TroubleListProps {
  /** lamps that have not followed */
  readonly n: number;
  /** those of them that are named */
  readonly named: LampOverride['named'];
}

/** Who has not followed and why, on demand; nothing where all have. */
export function TroubleList({ n, named }: TroubleListProps) {
  const t = useT();
  if (n === 0) return null;
  return (
    <details className={styles.troubles}>
      <summary>{t('relight.troubles', { n })}</summary>
      <ul>
        {named.map((trouble) => (
          <li key={trouble.lamp}>{troubleWords(t, trouble)}</li>
        ))}
        {n > named.length && <li>{t('relight.more', { n: n - named.length })}</li>}
      </ul>
    </details>
  );
}
