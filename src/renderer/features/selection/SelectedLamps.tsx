import { useEffect, useMemo, useRef, useState } from 'react';
import { indexOf, type LampKey, lampKey, slotOf } from '../../../shared/lamp/selection.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import { LampLines } from '../city/index.ts';
import styles from './Selection.module.css';
import { useSelection } from './store.ts';

/** The selected lamps as lines; Enter takes one out, and in again. */
export function SelectedLamps({ keys }: { readonly keys: ReadonlySet<LampKey> }) {
  const t = useT();
  const [shown, setShown] = useState<ReadonlySet<LampKey>>();
  const click = useSelection((selection) => selection.click);
  const box = useRef<HTMLDivElement>(null);
  // On a low screen the list would open below the fold, with the keyboard in it.
  useEffect(() => {
    if (shown !== undefined) box.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  // As they were when the list was opened: a line that is taken out stays, to be taken in again.
  const refs = useMemo(
    () => [...(shown ?? [])].map((key) => ({ slot: slotOf(key), index: indexOf(key) })),
    [shown],
  );
  if (shown === undefined || [...keys].some((key) => !shown.has(key)))
    return (
      <div className={styles.listed}>
        <Button aria-expanded={false} onClick={() => setShown(keys)}>
          {t('selection.list', { n: keys.size })}
        </Button>
      </div>
    );
  return (
    <div ref={box} className={styles.listed}>
      <Button aria-expanded onClick={() => setShown(undefined)}>
        {t('selection.closeList')}
      </Button>
      <p className="quiet small">{t('selection.listHow')}</p>
      <div className={styles.lines}>
        <LampLines
          label={t('selection.listed')}
          refs={refs}
          picked={undefined}
          isPicked={(lamp) => keys.has(lampKey(lamp))}
          onPick={(lamp) => click(lampKey(lamp), true)}
          onClose={() => setShown(undefined)}
        />
      </div>
    </div>
  );
}
