import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

interface BannerProps {
  /** lost: the link; trouble: the seat itself; news: something is well again */
  readonly kind: 'lost' | 'trouble' | 'news';
  readonly icon: LucideIcon;
  readonly title: string;
  /** what one sees, what is kept: a strong line and a quiet one each */
  readonly facts?: readonly { readonly strong: string; readonly quiet?: string | undefined }[];
  /** it has been read: one line, without what is quiet */
  readonly folded?: boolean;
  /** when the next try is, and what can be done */
  readonly children?: ReactNode;
}

/** One line under the top bar that says since when, what one sees, what is kept and what comes next. */
export function Banner({ kind, icon, title, facts = [], folded = false, children }: BannerProps) {
  return (
    <div role="status" className={classes(styles.banner, styles[kind], folded && styles.folded)}>
      <Icon of={icon} size="large" className={styles.icon} />
      <strong className={styles.title}>{title}</strong>
      {facts.map((fact) => (
        <span key={fact.strong} className={styles.fact}>
          <b>{fact.strong}</b>
          {fact.quiet !== undefined && !folded && <small>{fact.quiet}</small>}
        </span>
      ))}
      <span className="grow" />
      {children}
    </div>
  );
}
