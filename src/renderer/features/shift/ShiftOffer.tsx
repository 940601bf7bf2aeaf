import { HandHelping } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Banner, Button, Dialog } from '../../ui/index.ts';
import type { OfferProps } from './offers.ts';
import { ShiftCard } from './ShiftCard.tsx';
import { useNameOf } from './use-shifts.ts';

/** A whole shift that a colleague hands over: read before it is answered. */
export function ShiftOffer({ offer: { from, shift }, more, onTicket }: OfferProps) {
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
            keyed
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
