import { FilePen } from 'lucide-react';
import { masked } from '../../../../shared/call/masked.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Icon } from '../../../ui/index.ts';
import { allowed } from '../actions.ts';
import { useDesk, useViewer } from '../board.ts';
import { saidIn } from '../create/same-event.ts';
import type { Row } from '../model.ts';
import styles from './Ticket.module.css';

/** A form of this ticket was begun and not sent: taken up again, or dropped. */
export function UnsentForm({ row }: { readonly row: Row }) {
  const t = useT();
  const { id } = row.ticket;
  const written = useDesk((desk) => (desk.composer === 'amend' ? undefined : desk.forms.get(id)));
  const fill = useDesk((desk) => desk.fill);
  const compose = useDesk((desk) => desk.compose);
  const viewer = useViewer();
  if (written === undefined) return null;
  const { draft } = written;
  return (
    <div className={styles.promise} role="status">
      <Icon of={FilePen} />
      <span className="grow">
        <b>{t('draft.unsent')}</b>{' '}
        {saidIn({ ...draft, number: draft.number && masked(draft.number) }).join(' · ')}
      </span>
      {allowed(row, viewer, 'ticket.amend') && (
        <Button shortcut="M" onClick={() => compose('amend')}>
          {t('draft.takeUp')}
        </Button>
      )}
      <Button look="bare" onClick={() => fill(id, () => undefined)}>
        {t('draft.drop')}
      </Button>
    </div>
  );
}
