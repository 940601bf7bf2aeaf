import type { ComponentProps } from 'react';
import { useCap } from '../lib/keys/index.ts';
import { ariaKeys } from './aria-keys.ts';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  /** one primary a panel; danger only for what silences or ends a P1 */
  readonly look?: 'primary' | 'secondary' | 'danger' | 'bare';
  /** large (44 px) for what is pressed in a hurry */
  readonly size?: 'normal' | 'large';
  /** the shortcut that does the same, drawn on the button; it is registered apart */
  readonly shortcut?: string | undefined;
  /** why it is off; turns the button off and is read with it */
  readonly off?: string | undefined;
  /** while it is off it does nothing but still has the focus: for one that its own press turns off */
  readonly keepsFocus?: boolean;
}

export function Button(props: ButtonProps) {
  const cap = useCap();
  const {
    look = 'secondary',
    size = 'normal',
    off,
    className,
    children,
    shortcut: _,
    keepsFocus,
    ...rest
  } = props;
  const shortcut = props.shortcut === undefined ? undefined : cap(props.shortcut);
  const disabled = rest.disabled === true || off !== undefined;
  const stays = disabled && keepsFocus === true;
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled && !stays}
      aria-disabled={stays || undefined}
      onClick={stays ? (event) => event.preventDefault() : rest.onClick}
      title={off ?? rest.title}
      aria-keyshortcuts={shortcut === undefined ? rest['aria-keyshortcuts'] : ariaKeys(shortcut)}
      className={classes(styles.button, styles[look], size === 'large' && styles.large, className)}
    >
      {children}
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </button>
  );
}
