import { HandHelping } from 'lucide-react';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Banner, Button } from '../../ui/index.ts';
import { shortRef, useDesk } from '../desk/index.ts';
import type { OfferProps } from './offers.ts';
import { useNameOf } from './use-shifts.ts';

/** Tickets that a colleague hands over one by one: taken or declined together, by one key. */
export function TicketsOffer({ offer: { from, tickets }, more, onTicket }: OfferProps) {
  const t = useT();
  const who = useNameOf(from);
  const act = useDesk((desk) => desk.act);
  const answer = async (op: 'ticket.accept' | 'ticket.decline') => {
    for (const { id } of tickets) if (!(await act(op, id))) return;
  };
  const accept = () => void answer('ticket.accept');
  const decline = () => void answer('ticket.decline');
  const see = () => onTicket(tickets[0]!.id);
  useShortcut({ keys: 'Shift+Y', manner: 'acts', shown: '⇧ Y', label: 'shift.key.accept', run: accept });
  useShortcut({ keys: 'Shift+R', manner: 'acts', shown: '⇧ R', label: 'shift.key.decline', run: decline });
  useShortcut({ keys: 'Shift+V', shown: '⇧ V', label: 'shift.key.see', run: see });
  const n = tickets.length;
  const named = tickets.slice(0, 2).map((ticket) => `${shortRef(ticket, t)} ${ticket.title}`);
  const facts = [{ strong: named.join(' · '), quiet: rest(t('shift.strip.more', { n: n - 2 }), n - 2) }];
  return (
    <Banner kind="news" icon={HandHelping} title={t('shift.strip.tickets', { who, n })} facts={facts}>
      {more > 0 && <span className="quiet">{t('shift.strip.others', { n: more })}</span>}
      <Button size="large" shortcut="⇧ V" onClick={see}>
        {t('shift.strip.see')}
      </Button>
      <Button size="large" shortcut="⇧ R" onClick={decline}>
        {t('shift.strip.decline', { n })}
      </Button>
      <Button size="large" look="primary" shortcut="⇧ Y" onClick={accept}>
        {t('shift.strip.accept', { n })}
      </Button>
    </Banner>
  );
}

const rest = (words: string, n: number): string | undefined => (n > 0 ? words : undefined);
