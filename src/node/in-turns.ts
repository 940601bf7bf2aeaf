import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../shared/steps.ts';

/** Makes something step by step: whoever waits for this thread has it between two of them. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
