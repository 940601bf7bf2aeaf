/** Programmes of the city's lamps: what they say, and why a lamp burns as it does. */
export { LampOrders } from './LampOrders.tsx';
export { LampProgramme } from './LampProgramme.tsx';
export { NightCurve } from './page/NightCurve.tsx';
export { Programmes } from './page/Programmes.tsx';
export { useIncidents } from './use-incidents.ts';
export { useOrdersLasting } from './use-orders-lasting.ts';
export { floorGroup, nightWords } from './words.ts';
