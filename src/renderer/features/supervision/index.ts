export { Refusals } from './Refusals.tsx';
export { Room } from './Room.tsx';
export { StaleRoom } from './StaleRoom.tsx';
export { SupervisorStrip } from './SupervisorStrip.tsx';
