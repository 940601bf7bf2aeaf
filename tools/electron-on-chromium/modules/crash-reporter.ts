import type { CrashReporterStartOptions } from 'electron';
import { LackingError, strict } from '../lacking.ts';

/** Electron's `crashReporter`: may be started when it uploads nothing, and then keeps nothing either. */
export const crashReporter = strict('crashReporter', {
  start({ uploadToServer = true }: CrashReporterStartOptions): void {
    if (uploadToServer) throw new LackingError('crashReporter.start with uploadToServer');
  },
});
