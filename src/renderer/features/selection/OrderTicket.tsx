import { useT } from '../../lib/i18n/index.tsx';
import { Select } from '../../ui/index.ts';
import { shortRef, useBoard, useDesk } from '../desk/index.ts';

interface OrderTicketProps {
  readonly ticket: string | undefined;
  readonly onTicket: (ticket: string | undefined) => void;
}

/** Whether it is for the intervention that is open: then that is the motive. */
export function OrderTicket({ ticket, onTicket }: OrderTicketProps) {
  const t = useT();
  const selected = useDesk((desk) => desk.selected);
  const open = useBoard((board) => (selected === undefined ? undefined : board.rows.get(selected)?.ticket));
  if (open === undefined || open.state === 'closed') return null;
  return (
    <Select
      label={t('selection.ticket')}
      value={ticket === open.id ? open.id : ''}
      choices={[
        { value: '', label: t('selection.noTicket') },
        { value: open.id, label: shortRef(open, t) },
      ]}
      onChoose={(value) => onTicket(value === '' ? undefined : value)}
    />
  );
}
