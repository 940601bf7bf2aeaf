import type { LampOverride, PiledOrder } from '../../../shared/lamp/override.ts';
import { piledOf } from '../../../shared/lamp/piled.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, useT } from '../../lib/i18n/index.tsx';
import { nameOf, useSession } from '../session/index.ts';
import styles from './OrderPile.module.css';

/** More names than these are no help at a glance. */
const MOST = 4;

/** The orders over one and under it: which count on how many of its lamps now, and which do when it ends. */
export function OrderPile({ parts }: { readonly parts: readonly LampOverride[] }) {
  const t = useT();
  const people = useSession(({ view }) => view?.people) ?? [];
  const [first] = parts;
  if (first === undefined) return null;
  const end = millis(first.until);
  const time = clockMinute(end);
  const unkept = parts.reduce((sum, one) => sum + (one.unkept ?? 0), 0);
  const values = ({ person, level, until, lamps }: PiledOrder) => ({
    time,
    who: nameOf(people, person),
    level: Math.round(level * 100),
    until: clockMinute(millis(until)),
    n: lamps,
  });
  const said = [
    ...piledOf(parts, 'under').map((one) =>
      t(millis(one.until) < end ? 'selection.pile.under' : 'selection.pile.underToEnd', values(one)),
    ),
    ...piledOf(parts, 'over').map((one) =>
      t(millis(one.until) > end ? 'selection.pile.next' : 'selection.pile.over', values(one)),
    ),
  ];
  if (said.length === 0) return null;
  return (
    <ul className={styles.pile}>
      {said.slice(0, MOST).map((words) => (
        <li key={words}>{words}</li>
      ))}
      {said.length > MOST && <li>{t('selection.pile.more', { n: said.length - MOST })}</li>}
      {unkept > 0 && <li>{t('selection.pile.unkept', { n: unkept, time })}</li>}
    </ul>
  );
}
