import type { ReactNode } from 'react';
import { Dialog } from '../../../ui/index.ts';
import styles from './DraftForm.module.css';

interface DraftFormProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly onSend: () => void;
  /** the fields, then what stands at the foot */
  readonly children: ReactNode;
}

/** The form of a ticket in its dialog: Tab through, Ctrl+Enter sends, Escape leaves. */
export function DraftForm({ title, closeLabel, onClose, onSend, children }: DraftFormProps) {
  return (
    <Dialog wide title={title} closeLabel={closeLabel} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          onSend();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}

export function DraftFoot({ children }: { readonly children: ReactNode }) {
  return <footer className={styles.foot}>{children}</footer>;
}
