import { Menu as AriaMenu, MenuGroup, MenuGroupLabel, MenuItem, useMenuStore } from '@ariakit/react';
import { type ReactNode, useEffect } from 'react';
import { createPortal, flushSync } from 'react-dom';
import styles from './Popover.module.css';

export interface ContextChoice {
  readonly id: string;
  readonly label: ReactNode;
  readonly onChoose: () => void;
}
interface ContextMenuProps {
  /** what it is about */
  readonly label: string;
  /** where it is wanted, CSS pixels of the window */
  readonly at: { readonly x: number; readonly y: number };
  readonly choices: readonly ContextChoice[];
  /** it is wanted no more: the keyboard is to go back to where it was */
  readonly onClose: () => void;
}

/** A menu at a place, open as long as it is mounted: arrows, type-ahead, Enter, Escape. */
export function ContextMenu({ label, at, choices, onClose }: ContextMenuProps) {
  const menu = useMenuStore({ placement: 'right-start', setOpen: (open) => open || onClose() });
  useEffect(() => {
    menu.setInitialFocus('first');
    menu.setAutoFocusOnShow(true);
    menu.show();
  }, [menu]);
  const main = document.querySelector('main') ?? document.body; // a landmark, as all that is on the page
  return (
    <>
      {/* A press beside it means « no », and nothing of what lies there. */}
      {createPortal(<div className={styles.veil} aria-hidden="true" onPointerDown={onClose} />, main)}
      <AriaMenu
        store={menu}
        portal
        portalElement={main}
        aria-label={label}
        className={styles.popover}
        getAnchorRect={() => ({ ...at, width: 0, height: 0 })}
      >
        <MenuGroup>
          <MenuGroupLabel className={styles.about}>{label}</MenuGroupLabel>
          {choices.map(({ id, label: name, onChoose }) => (
            <MenuItem
              key={id}
              className={styles.item}
              hideOnClick={false}
              onClick={() => {
                flushSync(onClose); // it is gone, and the keyboard back, before what is chosen may take it
                onChoose();
              }}
            >
              {name}
            </MenuItem>
          ))}
        </MenuGroup>
      </AriaMenu>
    </>
  );
}
