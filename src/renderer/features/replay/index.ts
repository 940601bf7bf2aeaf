/** A night of the past, seen again on the map: chosen, played, never to be taken for live. */
export { LampNights } from './LampNights.tsx';
export { latestNights, type NightPlace, type ReplayNight, replayNight } from './nights.ts';
export { useTicketsThen } from './PastDesk.tsx';
export { PastLampCard } from './PastLampCard.tsx';
export { ReplayBar } from './ReplayBar.tsx';
export { ReplayFrame } from './ReplayFrame.tsx';
export { ReplayPanel } from './ReplayPanel.tsx';
export { createReplayStore, ReplayProvider, useReplay } from './store.ts';
