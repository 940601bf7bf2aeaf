import { useMemo } from 'react';
import { type Conversion, type LedConversion, sumOf } from '../../../shared/lamp/conversion.ts';
import { useLanguage, wholeNumber } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Section } from '../../ui/index.ts';
import styles from './LampFaults.module.css';

const COLUMNS = ['done', 'undated', 'planned', 'rest'] as const satisfies readonly (keyof Conversion)[];

/** What is converted to LED, plan against done, by district and street. */
export function LedTable() {
  const { t, locale } = useLanguage();
  const districts = useRoomData((data) => data.ledConversion);
  const rows = useMemo(
    () =>
      [...districts.values()]
        .map((district) => ({ district, sum: sumOf(district.streets) }))
        .toSorted((a, b) => a.district.name.localeCompare(b.district.name, 'fr')),
    [districts],
  );
  if (rows.length === 0) return null;
  const { done, undated, planned, rest } = sumOf(rows.map(({ sum }) => sum));
  const n = (count: number) => wholeNumber(count, locale);
  const counts = { done: n(done + undated), all: n(done + undated + planned + rest) };
  return (
    <Section title={t('faults.led')} aside={t('faults.ledCounts', counts)}>
      <p className="quiet">{t('faults.ledWhy')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('faults.led.place')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles.figure}>
                {t(`faults.led.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ district, sum }) => (
            <tr key={district.id}>
              <th scope="row">
                {district.name}
                <Left {...district} />
              </th>
              {COLUMNS.map((column) => (
                <td key={column} className={styles.figure}>
                  {n(sum[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** The streets of a district where something is left to do. */
function Left({ streets }: Pick<LedConversion, 'streets'>) {
  const { t } = useLanguage();
  const left = streets.filter(({ planned, rest }) => planned + rest > 0);
  if (left.length === 0) return null;
  return (
    <details className={styles.named}>
      <summary>{t('faults.led.streets')}</summary>
      <ul>
        {left.map(({ street, commune, planned, rest }) => (
          <li key={`${street}|${commune}`}>{t('faults.led.left', { street, planned, rest })}</li>
        ))}
      </ul>
    </details>
  );
}
