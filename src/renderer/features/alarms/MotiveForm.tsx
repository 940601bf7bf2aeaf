import { type FormEvent, type ReactNode, useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { Button, Dialog, Field } from '../../ui/index.ts';
import styles from './HideDialogs.module.css';

interface MotiveFormProps {
  readonly title: string;
  /** what comes of it, and how it is taken back */
  readonly what: string;
  readonly send: string;
  /** @returns whether it was done */
  readonly onSend: (motive: string) => Promise<boolean>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A dialog that ends with a motive. */
export function MotiveForm({ title, what, send, onSend, onClose, children }: MotiveFormProps) {
  const t = useT();
  const [motive, setMotive] = useState('');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (motive.trim() !== '' && (await onSend(motive.trim()))) onClose();
  }
  return (
    <Dialog title={title} closeLabel={t('common.close')} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <p>{what}</p>
        {children}
        <Field
          label={t('alarms.shelve.motive')}
          hint={t('alarms.shelve.motiveHint')}
          value={motive}
          maxLength={1_000}
          required
          onChange={({ target }) => setMotive(target.value)}
        />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary">
            {send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
