import { type FormEvent, useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { Button, Dialog, Field } from '../../ui/index.ts';
import styles from './MotiveDialog.module.css';

interface MotiveDialogProps {
  /** its name */
  readonly camera: string;
  readonly onGive: (motive: string) => void;
  readonly onClose: () => void;
}

/** Why somebody watches a camera that no ticket of theirs justifies: written into the journal. */
export function MotiveDialog({ camera, onGive, onClose }: MotiveDialogProps) {
  const t = useT();
  const [motive, setMotive] = useState('');
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (motive.trim() === '') return;
    onGive(motive.trim());
    onClose();
  };
  return (
    <Dialog title={t('cameras.motive.title', { camera })} closeLabel={t('common.close')} onClose={onClose}>
      <form className={styles.form} onSubmit={give}>
        <Field
          label={t('cameras.motive.label')}
          hint={t('cameras.motive.why')}
          value={motive}
          maxLength={1_000}
          required
          onChange={({ target }) => setMotive(target.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" look="primary">
            {t('cameras.motive.watch')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
