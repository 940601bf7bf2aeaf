import { Menu as AriaMenu, MenuButton, MenuItem, MenuProvider } from '@ariakit/react';
import type { ReactElement, ReactNode, RefObject } from 'react';
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
  /** to the right of it, not over what stands above it: that is what one chooses for */
  readonly beside?: RefObject<HTMLElement | null>;
  readonly onOpen?: (open: boolean) => void;
}

/** A menu under a button: arrows, type-ahead, Escape. */
export function Menu({ button, choices, portal = false, beside, onOpen = () => {} }: MenuProps) {
  const at = beside && { getAnchorRect: () => beside.current?.getBoundingClientRect() ?? null };
  return (
    <MenuProvider placement={beside === undefined ? 'bottom-end' : 'right-end'} setOpen={onOpen}>
      <MenuButton render={button} />
      <AriaMenu gutter={4} portal={portal} className={styles.popover} {...at}>
        {choices.map((choice) => (
          <MenuItem key={choice.id} className={styles.item} onClick={choice.onChoose}>
            {choice.label}
          </MenuItem>
        ))}
      </AriaMenu>
    </MenuProvider>
  );
}
