import type { Preview } from '../../../shared/lighting/preview.ts';
import { useT } from '../../lib/i18n/index.tsx';
import styles from './Selection.module.css';

const FOLLOW = ['raised', 'dimmed', 'same', 'floored'] as const;
const DOUBTFUL = ['faulty', 'silent', 'barred', 'elsewhere'] as const;

/** What the order would change, and which lamps will not follow. */
export function OrderPreview({ preview }: { readonly preview: Preview }) {
  const t = useT();
  const said = (kinds: readonly (keyof Preview)[]) =>
    kinds.flatMap((kind) => (preview[kind] === 0 ? [] : [t(`selection.will.${kind}`, { n: preview[kind] })]));
  const doubtful = said(DOUBTFUL);
  return (
    <section className={styles.preview} aria-label={t('selection.preview')}>
      <p>{said(FOLLOW).join(' · ')}</p>
      {doubtful.length > 0 && <p className={styles.wrong}>{doubtful.join(' · ')}</p>}
    </section>
  );
}
