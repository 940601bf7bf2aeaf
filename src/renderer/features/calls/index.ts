/** Telephone calls: what rings here, who has it, what the caller has reported before. */
export { RingStrip } from './RingStrip.tsx';
