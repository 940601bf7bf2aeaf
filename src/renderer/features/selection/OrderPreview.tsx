import type { PiledOrder } from '../../../shared/lamp/override.ts';
import type { Preview } from '../../../shared/lighting/preview.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, useT } from '../../lib/i18n/index.tsx';
import { classes } from '../../ui/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import styles from './Selection.module.css';

const FOLLOW = ['raised', 'dimmed', 'same'] as const;
const AMONG = ['held', 'floored', 'lifted', 'replaced'] as const;
const DOUBTFUL = ['faulty', 'silent', 'barred', 'elsewhere'] as const;

/** Of more than these it is said how many there are. */
const NAMED = 3;

interface OrderPreviewProps {
  readonly preview: Preview;
  /** for what lamps stay at their minimum, and how many for each, the most first */
  readonly floors: readonly (readonly [what: string, lamps: number])[];
  /** of the order, ms since the epoch */
  readonly end: number;
  /** by which lamps would burn then */
  readonly next: readonly PiledOrder[];
}

/** What the order would change, what it keeps from changing, and which lamps will not follow. */
export function OrderPreview({ preview, floors, end, next }: OrderPreviewProps) {
  const t = useT();
  const offline = useLink(({ state }) => isStale(state));
  const time = clockMinute(end);
  const said = (kinds: readonly (keyof Preview)[]) =>
    kinds.flatMap((kind) =>
      preview[kind] === 0 ? [] : [t(`selection.will.${kind}`, { n: preview[kind], time })],
    );
  const named = floors.slice(0, NAMED).map(([what, n]) => t('selection.floorFor', { what, n }));
  const others = floors.slice(NAMED).reduce((sum, [, n]) => sum + n, 0);
  if (others > 0) named.push(t('selection.floorOthers', { n: others }));
  const people = useSession(({ view }) => view?.people) ?? [];
  const after = next.slice(0, NAMED).map(({ person, level, until, lamps }) =>
    t('selection.pile.next', {
      time,
      who: nameOf(people, person),
      level: Math.round(level * 100),
      until: clockMinute(millis(until)),
      n: lamps,
    }),
  );
  const more = next.length > NAMED ? [t('selection.pile.more', { n: next.length - NAMED })] : [];
  const [among, doubtful] = [said(AMONG), said(DOUBTFUL)];
  return (
    <section className={classes(styles.preview, offline && 'stale')} aria-label={t('selection.preview')}>
      <p>{said(FOLLOW).join(' · ')}</p>
      {among.length > 0 && <p className={offline ? undefined : 'quiet'}>{among.join(' · ')}</p>}
      {named.length > 0 && (
        <p className={offline ? undefined : 'quiet'}>{t('selection.floors', { list: named.join(', ') })}</p>
      )}
      {after.length > 0 && <p className={offline ? undefined : 'quiet'}>{[...after, ...more].join(' · ')}</p>}
      {doubtful.length > 0 && <p className={offline ? undefined : styles.wrong}>{doubtful.join(' · ')}</p>}
    </section>
  );
}
