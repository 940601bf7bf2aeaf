import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { useModal } from './modal.ts';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A native modal dialog: it is open as long as it is mounted; Escape closes it and focus goes back. */
export function Dialog({ title, closeLabel, onClose, wide = false, children }: DialogProps) {
  const ref = useModal();
  const heading = useId();
  return (
    <dialog
      ref={ref}
      aria-labelledby={heading}
      className={classes(styles.dialog, wide && styles.wide)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        <IconButton icon={X} label={closeLabel} onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}
