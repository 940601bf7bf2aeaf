import { Hourglass, Lock, type LucideIcon, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

interface ChipProps {
  /** pending: not confirmed; stale: old; lost: no link; forbidden: a motive is wanted; plain: a fact */
  readonly kind?: 'pending' | 'stale' | 'lost' | 'forbidden' | 'plain';
  readonly children: ReactNode;
}
const ICONS: Partial<Record<NonNullable<ChipProps['kind']>, LucideIcon>> = {
  pending: Hourglass,
  lost: Unplug,
  forbidden: Lock,
};

/** A state in one word, with the mark of its family. */
export function Chip({ kind = 'plain', children }: ChipProps) {
  const icon = ICONS[kind];
  return (
    <span className={classes(styles.chip, styles[kind])}>
      {icon !== undefined && <Icon of={icon} size="small" />}
      {children}
    </span>
  );
}
