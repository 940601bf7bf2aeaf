import { SAVED_BY, savingOf, type Uncertainty } from '../../../shared/energy/saving.ts';
import type { EnergySums } from '../../../shared/energy/sums.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Section } from '../../ui/index.ts';
import styles from './Energy.module.css';
import { figure } from './figure.ts';

interface CausesProps {
  readonly sums: EnergySums;
  readonly uncertainty: Uncertainty;
}

/** What the saving comes from; a cost stands there with its sign. Nothing where there is no saving to tell. */
export function Causes({ sums, uncertainty }: CausesProps) {
  const t = useT();
  const saving = savingOf(sums, uncertainty);
  if (saving === undefined) return null;
  return (
    <Section title={t('energy.by')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('energy.cause')}</th>
            <th scope="col">{t('energy.amount')}</th>
            <th scope="col">{t('energy.ofBaseline')}</th>
          </tr>
        </thead>
        <tbody>
          {SAVED_BY.map((by) => {
            const { value } = saving.by[by];
            return (
              <tr key={by}>
                <th scope="row">{t(`energy.by.${by}`)}</th>
                <td>{t('energy.signed', figure(saving.by[by]))}</td>
                <td>{t('energy.percent', { value: (value / saving.baseline.value) * 100 })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {saving.fault.value > 0 && <p className="quiet">{t('energy.fault', figure(saving.fault))}</p>}
    </Section>
  );
}
