import type { EnergySums } from '../../../shared/energy/sums.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { classes, VisuallyHidden } from '../../ui/index.ts';
import styles from './Energy.module.css';
import { roundTop, type Slot } from './slots.ts';

/** One stretch of time; `said` stands under it. */
export interface Bar extends Slot {
  readonly said: string;
}

interface BarsProps {
  readonly bars: readonly Bar[];
}

/** More than these have every second one named where the window is small. */
const ROOMY = 12;

/** What compared lamps used, within what they used before conversion, on a scale in kWh; each bar is read out too. */
export function Bars({ bars }: BarsProps) {
  const t = useT();
  if (bars.every(({ sums }) => sums === undefined)) return <p className="quiet">{t('energy.noHours')}</p>;
  const most = Math.max(...bars.map(({ sums }) => (sums ? Math.max(used(sums), sums.baseline) : 0)));
  const top = roundTop(most);
  const height = (kwh: number) => `${(kwh / top) * 100}%`;
  return (
    <>
      <p className="quiet">{t('energy.chartOf')}</p>
      <div className={styles.chart}>
        <div className={styles.scale} aria-hidden="true">
          {[top, top / 2, 0].map((kwh) => (
            <span key={kwh}>{t('energy.scale', { kwh })}</span>
          ))}
        </div>
        <ol className={classes(styles.bars, bars.length > ROOMY && styles.many)}>
          {bars.map(({ at, said, sums }) => (
            <li key={at} className={styles.slot}>
              <span className={classes(styles.well, sums === undefined && styles.missing)} aria-hidden="true">
                {sums && <span className={styles.frame} style={{ height: height(sums.baseline) }} />}
                {sums && <span className={styles.fill} style={{ height: height(used(sums)) }} />}
              </span>
              <span className={styles.when} aria-hidden="true">
                {said}
              </span>
              <VisuallyHidden>
                {sums === undefined
                  ? t('energy.bar.none', { at: said })
                  : t('energy.bar', { at: said, used: used(sums), baseline: sums.baseline })}
              </VisuallyHidden>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

const used = ({ basedMeter, basedPower, basedRated }: EnergySums) => basedMeter + basedPower + basedRated;
