export { Refusals } from './Refusals.tsx';
export { Room } from './Room.tsx';
export { SupervisorStrip } from './SupervisorStrip.tsx';
