import { StrictEmitter, strict } from '../lacking.ts';

const blockers = new Map<number, string>();
let lastId = 0;

/** Electron's `powerSaveBlocker`: keeps the books only; the screen goes to sleep when the system wants it. */
export const powerSaveBlocker = strict('powerSaveBlocker', {
  start(type: 'prevent-app-suspension' | 'prevent-display-sleep'): number {
    blockers.set(++lastId, type);
    return lastId;
  },
  stop: (id: number): boolean => blockers.delete(id),
  isStarted: (id: number): boolean => blockers.has(id),
});

/** Electron's `powerMonitor`: can be listened to, but nothing is known of the system's power. */
export const powerMonitor = new StrictEmitter('powerMonitor', {
  emitted: [],
  never: [
    'lock-screen',
    'on-ac',
    'on-battery',
    'resume',
    'shutdown',
    'suspend',
    'unlock-screen',
    'user-did-become-active',
    'user-did-resign-active',
  ],
});
