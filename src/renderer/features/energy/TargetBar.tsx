import type { Uncertain } from '../../../shared/energy/saving.ts';
import { targetVerdict } from '../../../shared/energy/verdict.ts';
import { useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import styles from './Energy.module.css';

interface TargetBarProps {
  /** % saved */
  readonly share: Uncertain;
  /** % */
  readonly target: number;
  /** lamp-hours that are known */
  readonly known: number;
  /** lamps of the inventory there */
  readonly lamps: number;
}

const HOUR_MS = 3_600_000;

/** A saving beside its target, and whether it is met: see `targetVerdict`. */
export function TargetBar({ share, target, known, lamps }: TargetBarProps) {
  const { t, locale } = useLanguage();
  const { value, off } = share;
  const verdict = targetVerdict(share, target, { known, lamps });
  const at = (percent: number) => `${Math.min(100, Math.max(0, percent))}%`;
  return (
    <>
      <p>
        <span className={verdict.kind === 'early' ? undefined : styles.large}>
          {t('energy.share', { value, off })}
        </span>{' '}
        <span className="quiet">{t('energy.target', { target })}</span>
      </p>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.done} style={{ width: at(value) }} />
        <span className={styles.band} style={{ left: at(value - off), right: at(100 - value - off) }} />
        <span className={styles.aim} style={{ left: at(target) }} />
      </div>
      <p>
        {verdict.kind === 'early'
          ? t('energy.target.early', { time: wholeDuration(verdict.hours * HOUR_MS, locale) })
          : t(`energy.target.${verdict.kind}`)}
      </p>
    </>
  );
}
