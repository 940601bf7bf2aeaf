import type { LucideIcon } from 'lucide-react';
import { useCap } from '../lib/keys/index.ts';
import { ariaKeys } from './aria-keys.ts';
import styles from './Button.module.css';
import { Button, type ButtonProps } from './Button.tsx';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label' | 'shortcut'> {
  readonly icon: LucideIcon;
  /** what it does: read aloud and shown on hover */
  readonly label: string;
  /** the key that does the same, shown on hover: there is no room for it */
  readonly shortcut?: string;
}

export function IconButton({
  icon,
  label,
  shortcut: key,
  className,
  look = 'bare',
  ...rest
}: IconButtonProps) {
  const cap = useCap();
  const shortcut = key === undefined ? undefined : cap(key);
  return (
    <Button
      {...rest}
      look={look}
      aria-label={label}
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaKeys(shortcut)}
      className={classes(styles.square, className)}
    >
      <Icon of={icon} />
    </Button>
  );
}
