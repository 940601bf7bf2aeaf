import { type FormEvent, useRef, useState } from 'react';
import { useOnce } from '../lib/once/index.ts';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { Field } from './Field.tsx';
import styles from './InlineMotive.module.css';
import { useTakesFocus } from './takes-focus.ts';

interface InlineMotiveProps {
  readonly label: string;
  /** who will read it */
  readonly hint?: string | undefined;
  /** it can't be done without one */
  readonly required: boolean;
  readonly send: string;
  readonly cancel: string;
  readonly className?: string | undefined;
  /** @returns whether it was done */
  readonly onSend: (motive: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Why something is refused or left out, asked where it stands: Enter sends, Escape gives up. */
export function InlineMotive(props: InlineMotiveProps) {
  const { label, hint, required, send, cancel, className, onSend, onClose } = props;
  const { busy, once } = useOnce();
  const [motive, setMotive] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useTakesFocus(form);
  const lacking = required && motive.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (lacking) return;
    void once(async () => {
      const done = await onSend(motive.trim());
      if (done) onClose();
      return done;
    });
  }
  return (
    <form
      ref={form}
      className={classes(styles.form, className)}
      aria-busy={busy}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        if (!busy) onClose();
      }}
    >
      <Field
        label={label}
        hint={hint}
        value={motive}
        maxLength={1_000}
        required={required}
        readOnly={busy}
        onChange={({ target }) => setMotive(target.value)}
      />
      <div className={styles.ways}>
        <Button onClick={onClose}>{cancel}</Button>
        <Button type="submit" look="primary" disabled={lacking}>
          {send}
        </Button>
      </div>
    </form>
  );
}
