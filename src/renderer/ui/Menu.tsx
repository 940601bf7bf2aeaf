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
  /** drawn over all: where what holds the button cuts off what leaves it */
  readonly portal?: boolean;
}

/** A menu under a button: arrows, type-ahead, Escape. */
export function Menu({ button, choices, portal = false }: MenuProps) {
  return (
    <MenuProvider placement="bottom-end">
      <MenuButton render={button} />
      <AriaMenu gutter={4} portal={portal} className={styles.popover}>
        {choices.map((choice) => (
          <MenuItem key={choice.id} className={styles.item} onClick={choice.onChoose}>
            {choice.label}
          </MenuItem>
        ))}
      </AriaMenu>
    </MenuProvider>
  );
}
