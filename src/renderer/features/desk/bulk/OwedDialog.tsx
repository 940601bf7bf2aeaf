import { useT } from '../../../lib/i18n/index.tsx';
import { MotiveDialog } from '../../../ui/index.ts';
import { shortRef } from '../words.ts';
import styles from './Bulk.module.css';
import type { Owing } from './offers.ts';

interface OwedDialogProps {
  /** how they would be closed */
  readonly title: string;
  readonly owing: readonly Owing[];
  readonly onSend: (motive: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Which mandatory steps of which tickets a closing of many leaves out, and why: written once, kept with each of them. */
export function OwedDialog({ title, owing, onSend, onClose }: OwedDialogProps) {
  const t = useT();
  return (
    <MotiveDialog
      title={title}
      closeLabel={t('common.close')}
      what={t('queue.bulk.owing', { n: owing.length })}
      label={t('queue.bulk.owedMotive')}
      hint={t('queue.bulk.owedHint')}
      send={t('desk.close.send')}
      cancel={t('common.cancel')}
      onSend={async (motive) => {
        await onSend(motive);
        return true;
      }}
      onClose={onClose}
    >
      <ul className={styles.owed}>
        {owing.map(({ row: { ticket }, skipped }) => (
          <li key={ticket.id}>
            <b>{t('queue.bulk.owedBy', { ref: shortRef(ticket, t), title: ticket.title })}</b>{' '}
            {skipped.steps.map(({ text }) => text).join(' · ')}
          </li>
        ))}
      </ul>
    </MotiveDialog>
  );
}
