import type { RejectedInput } from '../../../shared/ipc/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { momentOf, useLanguage, wholeNumber } from '../../lib/i18n/index.tsx';
import styles from './Diagnostics.module.css';

/** Input that was refused, by topic and by the field at fault; the latest first. */
export function RejectedTable({ rejected }: { readonly rejected: readonly RejectedInput[] }) {
  const { t, locale } = useLanguage();
  if (rejected.length === 0) return <p className="quiet">{t('diagnostics.noneRejected')}</p>;
  const rows = rejected.toSorted((a, b) => b.lastAt.localeCompare(a.lastAt));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('diagnostics.topic')}</th>
          <th>{t('diagnostics.field')}</th>
          <th>{t('diagnostics.reason')}</th>
          <th className={styles.figure}>{t('diagnostics.count')}</th>
          <th className={styles.figure}>{t('diagnostics.last')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.topic} ${row.field} ${row.reason}`}>
            <td className="id">{row.lastTopic}</td>
            <td className="id">{row.field ?? '—'}</td>
            <td>{t(`diagnostics.reason.${row.reason}`)}</td>
            <td className={styles.figure}>{wholeNumber(row.count, locale)}</td>
            <td className={styles.figure}>{momentOf(millis(row.lastAt), Date.now(), locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
