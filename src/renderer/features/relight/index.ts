/** The light of a ticket's street: advised, commanded, followed until it is seen, given back. */
export { RelightStrip } from './RelightStrip.tsx';
export { TroubleList } from './TroubleList.tsx';
export { type Asked, USUAL_LIGHT, useLampCommand, useRelight } from './use-relight.ts';
export { reasonWords, refusedWords } from './words.ts';
