export { Leg, LegCell, LinkVoice } from './LegCell.tsx';
export { isStale, type Outage } from './outage.ts';
export { createLinkStore, type Link, LinkProvider, useLink } from './store.ts';
