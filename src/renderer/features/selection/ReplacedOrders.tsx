import type { Replacement } from '../../../shared/lamp/replaced.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import styles from './Selection.module.css';
import { useSelection } from './store.ts';
import { useReplacedWords } from './use-replaced-words.ts';

/** Orders of who sits here that a colleague's have replaced, until they say that they have seen it. */
export function ReplacedOrders({ replaced }: { readonly replaced: readonly Replacement[] }) {
  const t = useT();
  const words = useReplacedWords();
  const see = useSelection((selection) => selection.seeReplaced);
  return replaced.map((one) => {
    const said = words(one);
    return (
      <section key={one.key} className={styles.one} aria-label={t('selection.replacedOf', said)}>
        <p>
          <b>{said.name}</b> <span className="quiet">{t('selection.replacedBy', said)}</span>
        </p>
        <div className={styles.acts}>
          <p className={styles.said}>{t('selection.replacedAfter')}</p>
          <Button keepsFocus onClick={() => see(one.key)}>
            {t('selection.replacedSeen')}
          </Button>
        </div>
      </section>
    );
  });
}
