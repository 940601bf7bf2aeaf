import type { Priority } from '../../shared/ticket/model.ts';
import styles from './PriorityMark.module.css';

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
      <Shape priority={priority} />
    </svg>
  );
}

function Shape({ priority }: { readonly priority: Priority }) {
  switch (priority) {
    case 1:
      return (
        <>
          <path d="M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z" className={styles.p1} />
          <path d="M12 6v7.5M12 17v.6" className={styles.stroke1} />
        </>
      );
    case 2:
      return (
        <>
          <path d="M12 2 23 21.7H1z" className={styles.p2} />
          <path d="M12 9v6M12 18v.4" className={styles.stroke2} />
        </>
      );
    case 3:
      return <path d="M12 2 22 12 12 22 2 12z" className={styles.p3} />;
    case 4:
      return <circle cx="12" cy="12" r="8" className={styles.p4} />;
  }
}
