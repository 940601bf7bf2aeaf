import { useT } from '../../lib/i18n/index.tsx';
import { Select } from '../../ui/index.ts';
import { shortRef, useBoard, useDesk } from '../desk/index.ts';
import { useMe } from '../session/index.ts';
import styles from './Selection.module.css';

interface OrderTicketProps {
  readonly ticket: string | undefined;
  readonly onTicket: (ticket: string | undefined) => void;
}

/** Whether it is for an intervention, the open one or one of one's own: then that is the motive. */
export function OrderTicket({ ticket, onTicket }: OrderTicketProps) {
  const t = useT();
  const me = useMe()?.id;
  const selected = useDesk((desk) => desk.selected);
  const rows = useBoard((board) => board.rows);
  const offered = [...rows.values()]
    .map((row) => row.ticket)
    .filter(({ id, state, owner }) => state !== 'closed' && (id === selected || owner?.person === me))
    .toSorted((a, b) => Number(b.id === selected) - Number(a.id === selected) || a.priority - b.priority);
  if (me === undefined || offered.length === 0) return null;
  return (
    <Select
      label={t('selection.ticket')}
      className={styles.inline}
      value={offered.some(({ id }) => id === ticket) ? (ticket ?? '') : ''}
      choices={[
        { value: '', label: t('selection.noTicket') },
        ...offered.map((one) => ({ value: one.id, label: `${shortRef(one, t)} · ${one.title}` })),
      ]}
      onChoose={(value) => onTicket(value === '' ? undefined : value)}
    />
  );
}
