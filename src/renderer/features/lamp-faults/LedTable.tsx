import { useMemo } from 'react';
import { type LedConversion, sumOf } from '../../../shared/lamp/conversion.ts';
import { useLanguage, wholeNumber } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Section } from '../../ui/index.ts';
import styles from './LampFaults.module.css';
import { LedRow } from './LedRow.tsx';

interface LedTableProps {
  /** chooses lamps on the map, by id */
  readonly onChoose: (lamps: readonly string[], name: string) => void;
}

/** What is converted to LED, plan against done, by district and street: which lamps, and what it has saved. */
export function LedTable({ onChoose }: LedTableProps) {
  const { t, locale } = useLanguage();
  const districts = useRoomData((data) => data.ledConversion);
  const rows = useMemo(
    () => [...districts.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    [districts],
  );
  const city = useMemo((): LedConversion => {
    const streets = rows.flatMap((district) => district.streets);
    return { v: 1, id: 'city', name: t('faults.led.city'), streets };
  }, [rows, t]);
  if (rows.length === 0) return null;
  const { done, undated, planned, rest } = sumOf(city.streets);
  const n = (count: number) => wholeNumber(count, locale);
  const counts = { done: n(done + undated), all: n(done + undated + planned + rest) };
  return (
    <div className={styles.led}>
      <Section title={t('faults.led')} aside={t('faults.ledCounts', counts)}>
        <p className="quiet">{t('faults.ledWhy')}</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('faults.led.place')}</th>
              <th scope="col">{t('faults.led.done')}</th>
              <th scope="col">{t('faults.led.planned')}</th>
              <th scope="col">{t('faults.led.rest')}</th>
              <th scope="col">{t('faults.led.saved')}</th>
            </tr>
          </thead>
          <tbody>
            <LedRow place={city} onChoose={onChoose} />
            {rows.map((district) => (
              <LedRow key={district.id} place={district} onChoose={onChoose} />
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  );
}
