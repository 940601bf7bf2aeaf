export { LeaveSeat } from './LeaveSeat.tsx';
export { useHandoverNews } from './news.ts';
export { OfferStrip } from './OfferStrip.tsx';
export { Shifts } from './Shifts.tsx';
