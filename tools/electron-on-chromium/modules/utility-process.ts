import { chromium } from '../host.ts';
import { strict } from '../lacking.ts';
import { fork } from '../utility/fork.ts';

/** Electron's `utilityProcess`. */
export const utilityProcess = strict('utilityProcess', {
  fork(...args: Parameters<typeof fork>): ReturnType<typeof fork> {
    chromium('utilityProcess');
    return fork(...args);
  },
});
