import { type FormEvent, useState } from 'react';
import type { Attachment } from '../../../shared/attachment/model.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button, Dialog, Field } from '../../ui/index.ts';
import { useDesk } from '../desk/index.ts';
import styles from './Files.module.css';

interface DetachDialogProps {
  readonly ticket: string;
  readonly file: Attachment;
  readonly onClose: () => void;
}

/** Takes a file off a ticket: said beforehand that it can't be undone, and done with a motive. */
export function DetachDialog({ ticket, file, onClose }: DetachDialogProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const [motive, setMotive] = useState('');
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const why = { motive: motive.trim() };
    if (why.motive !== '' && (await act('ticket.detach', ticket, { attachment: file.cmd }, why))) onClose();
  }
  return (
    <Dialog title={t('files.detach', { name: file.name })} closeLabel={t('common.close')} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void send(event)}>
        <p>{t('files.detachFor')}</p>
        <Field
          label={t('files.motive')}
          hint={t('files.motiveHint')}
          value={motive}
          maxLength={1_000}
          required
          onChange={({ target }) => setMotive(target.value)}
        />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={motive.trim() === ''}>
            {t('files.detachNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
