import type { Uncertain } from '../../../shared/energy/saving.ts';
import { useT } from '../../lib/i18n/index.tsx';
import styles from './Energy.module.css';

interface TargetBarProps {
  /** % saved */
  readonly share: Uncertain;
  /** % */
  readonly target: number;
}

/** A saving beside its target: met or missed is only said where the uncertainty allows it. */
export function TargetBar({ share: { value, off }, target }: TargetBarProps) {
  const t = useT();
  const verdict = value - off >= target ? 'met' : value + off < target ? 'missed' : 'unsure';
  const at = (percent: number) => `${Math.min(100, Math.max(0, percent))}%`;
  return (
    <>
      <p>
        <span className={styles.large}>{t('energy.share', { value, off })}</span>{' '}
        <span className="quiet">{t('energy.target', { target })}</span>
      </p>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.done} style={{ width: at(value) }} />
        <span className={styles.band} style={{ left: at(value - off), right: at(100 - value - off) }} />
        <span className={styles.aim} style={{ left: at(target) }} />
      </div>
      <p>{t(`energy.target.${verdict}`)}</p>
    </>
  );
}
