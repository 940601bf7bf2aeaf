import { type FormEvent, type ReactNode, useState } from 'react';
import { useOnce } from '../lib/once/index.ts';
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
  const { once } = useOnce();
  const [motive, setMotive] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    const why = motive.trim();
    if (why === '') return;
    void once(async () => {
      const done = await onSend(why);
      if (done) onClose();
      return done;
    });
  }
  return (
    <Dialog title={title} closeLabel={closeLabel} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
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
