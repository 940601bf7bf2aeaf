import type { CSSProperties } from 'react';
import type { Priority } from '../../shared/ticket/model.ts';
import styles from './AgeBar.module.css';
import { ageShares } from './age-shares.ts';

interface AgeBarProps {
  /** how long it has lasted, ms */
  readonly age: number;
  /** ms; stands in the middle of the bar */
  readonly target: number;
  readonly priority: Priority;
}

/** A bar with its middle at the target: grey before, the priority's hue only for what has run past it. */
export function AgeBar({ age, target, priority }: AgeBarProps) {
  const { before, past } = ageShares(age, target);
  const shares = { '--before': `${before * 50}%`, '--past': `${past * 50}%` } as CSSProperties;
  return (
    <span aria-hidden className={styles.bar} data-priority={priority} style={shares}>
      <i className={styles.before} />
      <i className={styles.past} />
    </span>
  );
}
