import type { Events } from '../lacking.ts';

/** Events of BrowserWindow. */
export const WINDOW_EVENTS: Events = {
  emitted: [
    'blur',
    'close',
    'closed',
    'enter-full-screen',
    'focus',
    'leave-full-screen',
    'maximize',
    'minimize',
    'move',
    'moved',
    'page-title-updated',
    'ready-to-show',
    'resize',
    'resized',
    'restore',
    'show',
    'unmaximize',
  ],
  never: [
    'hide',
    'query-session-end',
    'responsive',
    'session-end',
    'unresponsive',
    'will-move',
    'will-resize',
  ],
};
