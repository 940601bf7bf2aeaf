import type { LampFaultGroup } from '../../../shared/lamp/fault/group.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, useLanguage, wholeDuration, wholeNumber } from '../../lib/i18n/index.tsx';
import styles from './LampFaults.module.css';
import { causeWords, needWords, placeWords, siteWords } from './words.ts';

/** More lines nobody reads; the largest come first. */
const SHOWN = 200;
const MINUTE_MS = 60_000;

/** Groups of lamps at fault, each a line of a table. */
export function FaultRows({ groups }: { readonly groups: readonly LampFaultGroup[] }) {
  const { t } = useLanguage();
  const now = Math.floor(useNow() / MINUTE_MS) * MINUTE_MS;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('faults.where')}</th>
            <th scope="col" className={styles.figure}>
              {t('faults.lamps')}
            </th>
            <th scope="col" className={styles.since}>
              {t('faults.since')}
            </th>
            <th scope="col">{t('faults.cause')}</th>
            <th scope="col">{t('faults.need')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, SHOWN).map((group) => (
            <FaultRow key={group.id} group={group} now={now} />
          ))}
        </tbody>
      </table>
      {groups.length > SHOWN && <p className="quiet">{t('faults.more', { n: groups.length - SHOWN })}</p>}
    </>
  );
}

function FaultRow({ group, now }: { readonly group: LampFaultGroup; readonly now: number }) {
  const { t, locale } = useLanguage();
  const { lamps, named, since } = group;
  const at = millis(since);
  return (
    <tr>
      <th scope="row">
        {placeWords(t, group)}
        <small>{siteWords(t, group)}</small>
      </th>
      <td className={styles.figure}>{wholeNumber(lamps, locale)}</td>
      <td className={styles.since}>
        {wholeDuration(Math.max(0, now - at), locale)}
        <small>{momentOf(at, now, locale)}</small>
      </td>
      <td>
        {causeWords(t, group)}
        <details className={styles.named}>
          <summary>
            {named.length < lamps
              ? t('faults.namedSome', { n: named.length, all: lamps })
              : t('faults.named', { n: lamps })}
          </summary>
          <span className="figures">{named.join(', ')}</span>
        </details>
      </td>
      <td>{needWords(t, group)}</td>
    </tr>
  );
}
