export { OfferStrip } from './OfferStrip.tsx';
export { Shifts } from './Shifts.tsx';
