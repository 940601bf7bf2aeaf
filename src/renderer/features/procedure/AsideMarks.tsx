import type { AsideMark } from '../../../shared/procedure/progress.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockTime, useLanguage } from '../../lib/i18n/index.tsx';
import { nameOf, useSession } from '../session/index.ts';
import styles from './Procedure.module.css';

/** Marks that this procedure shows no step for: made all the same, and told with why they stand beside. */
export function AsideMarks({ aside }: { readonly aside: readonly AsideMark[] }) {
  const { t } = useLanguage();
  const people = useSession(({ view }) => view?.people) ?? [];
  if (aside.length === 0) return null;
  return (
    <ul className={styles.asides} aria-label={t('procedure.asides')}>
      {aside.map(({ mark, why }) => (
        <li key={`${mark.cmd} ${mark.step.id}`}>
          <b>{mark.step.text}</b>{' '}
          {t('procedure.aside', {
            mark: mark.state,
            why,
            who: nameOf(people, mark.person),
            time: clockTime(millis(mark.at)),
          })}
        </li>
      ))}
    </ul>
  );
}
