import { Menu as AriaMenu, MenuButton, MenuItem, MenuProvider } from '@ariakit/react';
import type { ReactElement, ReactNode } from 'react';
import styles from './Popover.module.css';

interface MenuChoice {
  readonly id: string;
  readonly label: ReactNode;
  readonly onChoose: () => void;
}
interface MenuProps {
  /** the button that opens it */
  readonly button: ReactElement;
  readonly choices: readonly MenuChoice[];
}

/** A menu under a button: arrows, type-ahead, Escape. */
export function Menu({ button, choices }: MenuProps) {
  return (
    <MenuProvider placement="bottom-end">
      <MenuButton render={button} />
      <AriaMenu gutter={4} className={styles.popover}>
        {choices.map((choice) => (
          <MenuItem key={choice.id} className={styles.item} onClick={choice.onChoose}>
            {choice.label}
          </MenuItem>
        ))}
      </AriaMenu>
    </MenuProvider>
  );
}
