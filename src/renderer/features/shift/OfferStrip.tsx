import { HandHelping } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Banner, Button, Dialog } from '../../ui/index.ts';
import { shortRef, useDesk } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import type { Offer } from './offers.ts';
import { ShiftCard } from './ShiftCard.tsx';
import { useOffers } from './use-shifts.ts';

interface OfferStripProps {
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
}

/** A colleague passes something on to whoever sits here: said until it is answered, one colleague after another. */
export function OfferStrip({ onTicket }: OfferStripProps) {
  const [offer, ...more] = useOffers();
  if (offer === undefined) return null;
  return offer.shift === undefined ? (
    <Tickets key={offer.from} offer={offer} more={more.length} onTicket={onTicket} />
  ) : (
    <WholeShift key={offer.from} offer={offer} more={more.length} onTicket={onTicket} />
  );
}

interface StripProps extends OfferStripProps {
  readonly offer: Offer;
  /** colleagues who wait behind this one */
  readonly more: number;
}

function Tickets({ offer: { from, tickets }, more, onTicket }: StripProps) {
  const t = useT();
  const who = useNameOf(from);
  const act = useDesk((desk) => desk.act);
  const answer = async (op: 'ticket.accept' | 'ticket.decline') => {
    for (const { id } of tickets) if (!(await act(op, id))) return;
  };
  const accept = () => void answer('ticket.accept');
  const decline = () => void answer('ticket.decline');
  const see = () => onTicket(tickets[0]!.id);
  useShortcut({ keys: 'Shift+Y', shown: '⇧ Y', label: 'shift.key.accept', run: accept });
  useShortcut({ keys: 'Shift+R', shown: '⇧ R', label: 'shift.key.decline', run: decline });
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

function WholeShift({ offer: { from, shift }, more, onTicket }: StripProps) {
  const t = useT();
  const who = useNameOf(from);
  const [reading, setReading] = useState(false);
  const read = () => setReading(true);
  useShortcut({ keys: 'Shift+V', shown: '⇧ V', label: 'shift.key.read', run: read });
  if (shift === undefined) return null;
  const facts = [
    {
      strong: t('shift.strip.count', { n: shift.tickets.length }),
      quiet: shift.note.slice(0, 80) || undefined,
    },
  ];
  return (
    <>
      <Banner kind="news" icon={HandHelping} title={t('shift.strip.shift', { who })} facts={facts}>
        {more > 0 && <span className="quiet">{t('shift.strip.others', { n: more })}</span>}
        <Button size="large" look="primary" shortcut="⇧ V" onClick={read}>
          {t('shift.strip.read')}
        </Button>
      </Banner>
      {reading && (
        <Dialog
          wide
          title={t('shift.strip.shift', { who })}
          closeLabel={t('common.close')}
          onClose={() => setReading(false)}
        >
          <ShiftCard
            shift={shift}
            onTicket={(ticket) => {
              setReading(false);
              onTicket(ticket);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function useNameOf(person: string): string {
  const people = useSession(({ view }) => view?.people) ?? [];
  return nameOf(people, person);
}
