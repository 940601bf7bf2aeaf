import { faultDraft, faultTicketId, type TicketOfFault } from '../../../shared/lamp/fault/fault-ticket.ts';
import type { LampFaultGroup } from '../../../shared/lamp/fault/group.ts';
import { authorize } from '../../../shared/rights/authorize.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useOnce } from '../../lib/once/index.ts';
import { Button } from '../../ui/index.ts';
import { shortRef, useBoard, useDesk } from '../desk/index.ts';
import { useMe } from '../session/index.ts';
import { causeWords, needWords, placeWords, siteWords } from './words.ts';

export interface TicketProps {
  /** open tickets, by fault */
  readonly ticketOf: TicketOfFault;
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
}

/** The ticket of a fault where there is one, whoever opened it; else opens it. */
export function FaultTicket({ group, ticketOf, onTicket }: TicketProps & { readonly group: LampFaultGroup }) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const me = useMe();
  const { busy, once } = useOnce();
  const id = ticketOf(group);
  const known = useBoard((board) => (id === undefined ? undefined : board.rows.get(id)?.ticket));
  const what = placeWords(t, group);
  if (known !== undefined)
    return (
      <Button
        onClick={() => onTicket(known.id)}
        aria-label={t('faults.ticketOf', { ref: shortRef(known, t), what })}
      >
        {t('faults.ticket', { ref: shortRef(known, t) })}
      </Button>
    );
  if (me === undefined || !authorize(me, 'ticket.create', { kind: 'ticket' }).ok) return null;
  const draft = () =>
    faultDraft(group, {
      title: causeWords(t, group).replace(/[.]$/, ''),
      place: what,
      description: [siteWords(t, group).join(', '), needWords(t, group)]
        .filter((words) => words !== '')
        .join('\n'),
    });
  const open = () => once(() => act('ticket.create', faultTicketId(group), draft()));
  return (
    <Button
      disabled={busy}
      keepsFocus
      aria-label={t('faults.openTicketOf', { what })}
      onClick={() => void open()}
    >
      {t('faults.openTicket')}
    </Button>
  );
}
