/** Faults of the lighting: what is likely to be broken where, and the trip that repairs most. */
export { LampFaults } from './LampFaults.tsx';
