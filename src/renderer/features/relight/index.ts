/** The light of a ticket's street: advised, commanded, followed until it is seen, given back. */
export { RelightStrip } from './RelightStrip.tsx';
