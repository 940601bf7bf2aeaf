import type { LampOverride, PiledOrder } from '../../../shared/lamp/override.ts';
import { piledOf } from '../../../shared/lamp/piled.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, useT } from '../../lib/i18n/index.tsx';
import { nameOf, useSession } from '../session/index.ts';
import styles from './Relight.module.css';

/** Whose order the light lies over, or would: it counts again after. The first of them is enough at a glance, and how many more. */
export function Covered({ orders }: { readonly orders: readonly PiledOrder[] }) {
  const t = useT();
  const people = useSession(({ view }) => view?.people) ?? [];
  const [first, ...more] = orders;
  if (first === undefined) return null;
  return (
    <p className={styles.limits}>
      {t('relight.covers', {
        who: nameOf(people, first.person),
        level: Math.round(first.level * 100),
        until: clockMinute(millis(first.until)),
        n: first.lamps,
      })}
      {more.length > 0 && ` · ${t('selection.pile.more', { n: more.length })}`}
    </p>
  );
}

/** Which later orders count on lamps of it, and whether it does again after. */
export function Under({ override }: { readonly override: LampOverride }) {
  const t = useT();
  const people = useSession(({ view }) => view?.people) ?? [];
  const end = millis(override.until);
  return piledOf([override], 'under').map(({ id, person, level, until, lamps }) => (
    <p key={id} className={styles.limits}>
      {t(millis(until) < end ? 'selection.pile.under' : 'selection.pile.underToEnd', {
        who: nameOf(people, person),
        level: Math.round(level * 100),
        until: clockMinute(millis(until)),
        n: lamps,
      })}
    </p>
  ));
}
