import { type ReactNode, useEffect, useRef } from 'react';
import type { Priority } from '../../../../shared/ticket/model.ts';
import { isPress } from '../../../lib/keys/match.ts';
import { Dialog } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
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
  /** puts it aside while its place is pointed at on the map */
  readonly onMap: () => void;
  /** the fields, then what stands at the foot */
  readonly children: ReactNode;
}

/** The form of a ticket in its dialog: Tab through, Alt and a digit sets the priority, Alt D leaves it with another ticket, Alt C goes to the map, Ctrl+Enter sends, Escape leaves. */
export function DraftForm({
  title,
  closeLabel,
  onClose,
  onSend,
  draft,
  onPriority,
  onAttach,
  onMap,
  children,
}: DraftFormProps) {
  const localTime = useLocalTime();
  const placing = useDesk((desk) => desk.placing !== undefined);
  const form = useRef<HTMLFormElement>(null);
  const wasPlacing = useRef(placing);
  useEffect(() => {
    // Back from the map the keyboard is where it was left.
    if (wasPlacing.current && !placing) form.current?.querySelector<HTMLElement>('[data-on-map]')?.focus();
    wasPlacing.current = placing;
  }, [placing]);
  if (placing) return null;
  return (
    <Dialog wide title={title} closeLabel={closeLabel} onClose={onClose}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
        onKeyDown={(event) => {
          const priority = priorityOfKey(event.nativeEvent, draft, localTime());
          if (priority !== undefined) onPriority(priority);
          else if (onAttach !== undefined && isPress(event.nativeEvent, 'Alt+d')) onAttach();
          else if (isPress(event.nativeEvent, 'Alt+c')) onMap();
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
