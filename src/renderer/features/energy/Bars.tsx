import type { EnergySums } from '../../../shared/energy/sums.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { VisuallyHidden } from '../../ui/index.ts';
import styles from './Energy.module.css';

/** One stretch of time; `said` stands under it. */
export interface Bar {
  readonly at: string;
  readonly said: string;
  readonly sums: EnergySums;
}

interface BarsProps {
  readonly bars: readonly Bar[];
}

/** What compared lamps used, within what they used before conversion; each bar is read out too. */
export function Bars({ bars }: BarsProps) {
  const t = useT();
  if (bars.length === 0) return <p className="quiet">{t('energy.noHours')}</p>;
  const used = ({ basedMeter, basedPower, basedRated }: EnergySums) => basedMeter + basedPower + basedRated;
  const most = Math.max(...bars.map(({ sums }) => Math.max(used(sums), sums.baseline)), 0.001);
  const height = (kwh: number) => `${(kwh / most) * 100}%`;
  return (
    <>
      <p className="quiet">{t('energy.chartOf')}</p>
      <ol className={styles.bars}>
        {bars.map(({ at, said, sums }) => (
          <li key={at} className={styles.slot}>
            <span className={styles.well} aria-hidden="true">
              <span className={styles.frame} style={{ height: height(sums.baseline) }} />
              <span className={styles.fill} style={{ height: height(used(sums)) }} />
            </span>
            <span className={styles.when} aria-hidden="true">
              {said}
            </span>
            <VisuallyHidden>
              {t('energy.bar', { at: said, used: used(sums), baseline: sums.baseline })}
            </VisuallyHidden>
          </li>
        ))}
      </ol>
    </>
  );
}
