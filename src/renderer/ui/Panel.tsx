import type { ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import styles from './Panel.module.css';

interface PanelProps {
  /** names the region */
  readonly label: string;
  readonly ref?: Ref<HTMLElement>;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A region of a workspace. */
export function Panel({ label, ref, className, children }: PanelProps) {
  return (
    <section ref={ref} aria-label={label} className={classes(styles.panel, className)}>
      {children}
    </section>
  );
}

interface PanelHeadProps {
  readonly title: string;
  /** a count or an age, beside the title */
  readonly aside?: ReactNode;
  /** where there is no room for both the title is cut: of a figure nobody guesses the rest */
  readonly asideWhole?: boolean;
  /** controls, at the end */
  readonly children?: ReactNode;
}
export function PanelHead({ title, aside, asideWhole = false, children }: PanelHeadProps) {
  return (
    <div className={styles.head}>
      <h2 className={classes(styles.title, asideWhole && 'cut')}>{title}</h2>
      {aside !== undefined && (
        <span className={classes('quiet figures', asideWhole ? styles.whole : 'cut')}>{aside}</span>
      )}
      <span className="grow" />
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}
/** A titled part of a panel. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>
        {title}
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </h3>
      {children}
    </div>
  );
}
