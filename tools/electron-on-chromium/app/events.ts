import type { Events } from '../lacking.ts';

/** Events of `app`. Those that never happen belong to macOS, Windows, or parts of Chromium out of our sight. */
export const APP_EVENTS: Events = {
  emitted: [
    'before-quit',
    'browser-window-created',
    'gpu-info-update',
    'quit',
    'ready',
    'render-process-gone',
    'second-instance',
    'web-contents-created',
    'will-finish-launching',
    'will-quit',
    'window-all-closed',
  ],
  never: ['activate', 'certificate-error', 'child-process-gone', 'open-file', 'open-url', 'session-created'],
};
