import type { EnergyFactor, RoomEnergy } from '../../../shared/energy/published.ts';
import { savingOf, times, type Uncertain, usedOf } from '../../../shared/energy/saving.ts';
import type { EnergySums } from '../../../shared/energy/sums.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Section } from '../../ui/index.ts';
import styles from './Energy.module.css';
import { TargetBar } from './TargetBar.tsx';

interface SavingProps {
  readonly of: RoomEnergy;
  readonly sums: EnergySums;
}

/** The saving against its target, and the figures that it is made of, each with how far it may be off. */
export function Saving({ of: { uncertainty, target, euros, co2 }, sums }: SavingProps) {
  const t = useT();
  const saving = savingOf(sums, uncertainty);
  const kwh = ({ value, off }: Uncertain) => t('energy.kwh', { value, off });
  const rest = ({ source, since }: EnergyFactor) => t('energy.factor', { source, since });
  return (
    <Section title={t('energy.saving')}>
      {saving === undefined ? (
        <>
          <p className={styles.large}>{t('energy.noBaseline')}</p>
          <p className="quiet">{t('energy.noBaselineDetail')}</p>
        </>
      ) : (
        <TargetBar share={saving.share} target={target} />
      )}
      <dl className={styles.figures}>
        <dt>{t('energy.used')}</dt>
        <dd>{kwh(usedOf(sums, uncertainty))}</dd>
        {saving && (
          <>
            <dt>{t('energy.compared')}</dt>
            <dd>{kwh(saving.used)}</dd>
            <dt>{t('energy.baseline')}</dt>
            <dd>{kwh(saving.baseline)}</dd>
            <dt>{t('energy.saved')}</dt>
            <dd>
              <b>{kwh(saving.saved)}</b>
              {euros && <Worth text={t('energy.euros', worth(saving.saved, euros))} from={rest(euros)} />}
              {co2 && <Worth text={t('energy.co2', worth(saving.saved, co2))} from={rest(co2)} />}
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}

const worth = (saved: Uncertain, { perKwh }: EnergyFactor) => ({ ...times(saved, perKwh) });

const Worth = ({ text, from }: { readonly text: string; readonly from: string }) => (
  <span className={styles.worth}>
    {text} <small>({from})</small>
  </span>
);
