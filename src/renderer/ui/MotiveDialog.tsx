import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Field } from './Field.tsx';
import styles from './MotiveDialog.module.css';

interface MotiveDialogProps {
  readonly title: string;
  readonly closeLabel: string;
  /** what comes of it, and how it is taken back */
  readonly what?: string;
  readonly label: string;
  /** who will read it */
  readonly hint: string;
  readonly send: string;
  /** a button that leaves, beside the cross */
  readonly cancel?: string;
  /** @returns whether it was done */
  readonly onSend: (motive: string) => Promise<boolean>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A dialog that ends with a motive, without which nothing is done. */
export function MotiveDialog(props: MotiveDialogProps) {
  const { title, closeLabel, what, label, hint, send, cancel, onSend, onClose, children } = props;
  const [motive, setMotive] = useState('');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (motive.trim() !== '' && (await onSend(motive.trim()))) onClose();
  }
  return (
    <Dialog title={title} closeLabel={closeLabel} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {what !== undefined && <p>{what}</p>}
        {children}
        <Field
          label={label}
          hint={hint}
          value={motive}
          maxLength={1_000}
          required
          onChange={({ target }) => setMotive(target.value)}
        />
        <div className={styles.buttons}>
          {cancel !== undefined && <Button onClick={onClose}>{cancel}</Button>}
          <Button type="submit" look="primary">
            {send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
