import type { Preview } from '../../../shared/lighting/preview.ts';
import { clockMinute, useT } from '../../lib/i18n/index.tsx';
import { classes } from '../../ui/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Selection.module.css';

const FOLLOW = ['raised', 'dimmed', 'same'] as const;
const AMONG = ['held', 'floored', 'lifted', 'replaced'] as const;
const DOUBTFUL = ['faulty', 'silent', 'barred', 'elsewhere'] as const;

interface OrderPreviewProps {
  readonly preview: Preview;
  /** of the order, ms since the epoch */
  readonly end: number;
}

/** What the order would change, what it keeps from changing, and which lamps will not follow. */
export function OrderPreview({ preview, end }: OrderPreviewProps) {
  const t = useT();
  const offline = useLink(({ state }) => isStale(state));
  const time = clockMinute(end);
  const said = (kinds: readonly (keyof Preview)[]) =>
    kinds.flatMap((kind) =>
      preview[kind] === 0 ? [] : [t(`selection.will.${kind}`, { n: preview[kind], time })],
    );
  const [among, doubtful] = [said(AMONG), said(DOUBTFUL)];
  return (
    <section className={classes(styles.preview, offline && 'stale')} aria-label={t('selection.preview')}>
      <p>{said(FOLLOW).join(' · ')}</p>
      {among.length > 0 && <p className={offline ? undefined : 'quiet'}>{among.join(' · ')}</p>}
      {doubtful.length > 0 && <p className={offline ? undefined : styles.wrong}>{doubtful.join(' · ')}</p>}
    </section>
  );
}
