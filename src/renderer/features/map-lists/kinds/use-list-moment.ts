import { useNow } from '../../../lib/clock/index.ts';

/** Ages in lists are told in such steps, and what is wrong is looked for anew, ms. */
const STEP_MS = 5_000;

/** Now, in steps. */
export const useListMoment = (): number => Math.floor(useNow() / STEP_MS) * STEP_MS;
