import type { ReactNode } from 'react';
import type { Priority } from '../../../../shared/ticket/model.ts';
import { isPress } from '../../../lib/keys/match.ts';
import { Dialog } from '../../../ui/index.ts';
import styles from './DraftForm.module.css';
import type { Draft } from './draft.ts';
import { priorityOfKey } from './proposed.ts';
import { useLocalTime } from './use-local-time.ts';

interface DraftFormProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly onSend: () => void;
  readonly draft: Draft;
  readonly onPriority: (priority: Priority) => void;
  /** leaves what is written down with the ticket that tells of it already; undefined where none does */
  readonly onAttach: (() => void) | undefined;
  /** the fields, then what stands at the foot */
  readonly children: ReactNode;
}

/** The form of a ticket in its dialog: Tab through, Alt and a digit sets the priority, Alt D leaves it with another ticket, Ctrl+Enter sends, Escape leaves. */
export function DraftForm({
  title,
  closeLabel,
  onClose,
  onSend,
  draft,
  onPriority,
  onAttach,
  children,
}: DraftFormProps) {
  const localTime = useLocalTime();
  return (
    <Dialog wide title={title} closeLabel={closeLabel} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
        onKeyDown={(event) => {
          const priority = priorityOfKey(event.nativeEvent, draft, localTime());
          if (priority !== undefined) onPriority(priority);
          else if (onAttach !== undefined && isPress(event.nativeEvent, 'Alt+d')) onAttach();
          // A field with proposals keeps Enter to itself, so that the browser's own sending of forms never hears it.
          else if (event.key === 'Enter' && event.ctrlKey) onSend();
          else return;
          event.preventDefault();
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
