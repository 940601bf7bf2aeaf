import { useId } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { classes } from '../../ui/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Selection.module.css';
import type { Tally } from './use-tally.ts';

interface LevelSliderProps {
  /** % */
  readonly level: number;
  readonly tally: Tally;
  readonly onLevel: (level: number) => void;
}

/** The level that is wanted, by fives, beside what the lamps burn at. */
export function LevelSlider({ level, tally, onLevel }: LevelSliderProps) {
  const t = useT();
  const id = useId();
  const offline = useLink(({ state }) => isStale(state));
  const { levels, programmes } = tally;
  const [programme] = programmes[0] ?? [];
  const before = levels && t('selection.before', { level: levels.middle });
  return (
    <div className={styles.level}>
      <label htmlFor={id}>{t('selection.wanted')}</label>
      <span className={classes(styles.before, offline ? 'stale' : styles.live)}>
        {[before, programme && t('selection.program', { name: programme })].filter(Boolean).join(', ')}
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={level}
        aria-valuetext={t('selection.level', { level })}
        onChange={({ target }) => onLevel(Number(target.value))}
      />
      <output htmlFor={id}>{t('selection.level', { level })}</output>
    </div>
  );
}
