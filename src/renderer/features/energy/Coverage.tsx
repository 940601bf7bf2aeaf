import type { RoomEnergy } from '../../../shared/energy/published.ts';
import { coverage } from '../../../shared/energy/saving.ts';
import type { EnergySums } from '../../../shared/energy/sums.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Section } from '../../ui/index.ts';
import styles from './Energy.module.css';

interface CoverageProps {
  readonly of: RoomEnergy;
  readonly sums: EnergySums;
}

/** How many lamps are counted, how many are compared, and how what they used is known. */
export function Coverage({ of, sums }: CoverageProps) {
  const t = useT();
  const { lamps, counted, based } = of;
  const covered = coverage(sums);
  const used = sums.meter + sums.power + sums.rated;
  const share = (part: number) => (used > 0 ? (part / used) * 100 : 0);
  return (
    <Section title={t('energy.known')}>
      <ul className={styles.known}>
        <li>{t('energy.counted', { counted, lamps, unknown: lamps - counted })}</li>
        <li>{t('energy.based', { based, rest: counted - based })}</li>
        {covered && <li>{t('energy.coverage', { share: covered.known * 100 })}</li>}
        {used > 0 && (
          <li>
            {t('energy.how', {
              meter: share(sums.meter),
              power: share(sums.power),
              rated: share(sums.rated),
            })}
          </li>
        )}
        {sums.known > 0 && <li>{t('energy.raised', { share: (sums.raised / sums.known) * 100 })}</li>}
      </ul>
    </Section>
  );
}
