export { LeaveSeat } from './LeaveSeat.tsx';
export { OfferStrip } from './OfferStrip.tsx';
export { Shifts } from './Shifts.tsx';
