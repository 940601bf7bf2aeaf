import type { Priority } from '../../shared/ticket/model.ts';
import styles from './PriorityMark.module.css';
import { PRIORITY_SHAPES } from './priority-shape.ts';

interface PriorityMarkProps {
  readonly priority: Priority;
  /** small 16, normal 20, large 28 px */
  readonly size?: 'small' | 'normal' | 'large';
  /** what is read aloud; without it the mark stands beside its word and is silent */
  readonly label?: string | undefined;
}
const PIXELS = { small: 16, normal: 20, large: 28 } as const;

/** Octagon, triangle, diamond, circle: a priority is told by shape, hue and word. */
export function PriorityMark({ priority, size = 'normal', label }: PriorityMarkProps) {
  const side = PIXELS[size];
  const { outline, stroke } = PRIORITY_SHAPES[priority];
  return (
    <svg
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
      width={side}
      height={side}
      viewBox="0 0 24 24"
      className={styles.mark}
    >
      <path d={outline} className={styles[`p${priority}`]} />
      {stroke !== undefined && <path d={stroke} className={styles[`stroke${priority}`]} />}
    </svg>
  );
}
