import type { OfferProps } from './offers.ts';
import { ShiftOffer } from './ShiftOffer.tsx';
import { TicketsOffer } from './TicketsOffer.tsx';
import { useOffers } from './use-shifts.ts';

/** A colleague passes something on to whoever sits here: said until it is answered, one colleague after another. */
export function OfferStrip({ onTicket }: Pick<OfferProps, 'onTicket'>) {
  const [offer, ...more] = useOffers();
  if (offer === undefined) return null;
  const Strip = offer.shift === undefined ? TicketsOffer : ShiftOffer;
  return <Strip key={offer.from} offer={offer} more={more.length} onTicket={onTicket} />;
}
