import type { EnergyFactor, RoomEnergy } from '../../../shared/energy/published.ts';
import { savingOf, times, type Uncertain, usedOf } from '../../../shared/energy/saving.ts';
import type { EnergySums } from '../../../shared/energy/sums.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Section } from '../../ui/index.ts';
import styles from './Energy.module.css';
import { figure } from './figure.ts';
import { TargetBar } from './TargetBar.tsx';

interface SavingProps {
  readonly of: RoomEnergy;
  readonly sums: EnergySums;
}

/** The saving against its target, and the figures that it is made of, each with how far it may be off. */
export function Saving({ of: { uncertainty, target, lamps, euros, co2 }, sums }: SavingProps) {
  const t = useT();
  const saving = savingOf(sums, uncertainty);
  const kwh = (amount: Uncertain) => t('energy.kwh', figure(amount));
  return (
    <Section title={t('energy.saving')}>
      {saving === undefined ? (
        <>
          <p className={styles.large}>{t('energy.noBaseline')}</p>
          <p className="quiet">{t('energy.noBaselineDetail')}</p>
        </>
      ) : (
        <TargetBar share={saving.share} target={target} known={sums.known} lamps={lamps} />
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
            </dd>
            {euros && (
              <>
                <dt>{t('energy.inEuros', said(euros))}</dt>
                <dd>{t('energy.euros', worth(saving.saved, euros))}</dd>
              </>
            )}
            {co2 && (
              <>
                <dt>{t('energy.inCo2', said(co2))}</dt>
                <dd>{t('energy.co2', worth(saving.saved, co2))}</dd>
              </>
            )}
          </>
        )}
      </dl>
    </Section>
  );
}

const worth = (saved: Uncertain, { perKwh }: EnergyFactor) => figure(times(saved, perKwh));
const said = ({ source, since }: EnergyFactor) => ({ source, since: Date.parse(`${since}T12:00`) });
