import type { Preemption } from '../../../shared/lamp/preemption.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import { useSession } from '../session/index.ts';
import { preemptionWords } from './preemption-words.ts';
import styles from './Selection.module.css';
import { useSeePreemption } from './use-preemptions.ts';

/** Orders of who sits here that a colleague's were laid over, until they say that they have seen it. */
export function PreemptedOrders({ preemptions }: { readonly preemptions: readonly Preemption[] }) {
  const t = useT();
  const people = useSession(({ view }) => view?.people) ?? [];
  const see = useSeePreemption();
  return preemptions.map((one) => {
    const { name, said, after } = preemptionWords(t, one, people);
    return (
      <section key={one.id} className={styles.one} aria-label={t('selection.preemptedOf', { name })}>
        <p>
          <b>{name}</b> <span className="quiet">{said}</span>
        </p>
        <div className={styles.acts}>
          <p className={styles.said}>{after}</p>
          <Button keepsFocus onClick={() => see(one.id)}>
            {t('selection.preemptedSeen')}
          </Button>
        </div>
      </section>
    );
  });
}
