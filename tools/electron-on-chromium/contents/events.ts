import type { Events } from '../lacking.ts';

/** Events of WebContents; those with an underscore are the stand-in's own. */
export const CONTENTS_EVENTS: Events = {
  emitted: [
    '_focus',
    '_resize',
    'console-message',
    'destroyed',
    'did-fail-load',
    'did-finish-load',
    'did-navigate',
    'did-navigate-in-page',
    'did-start-loading',
    'did-stop-loading',
    'dom-ready',
    'page-title-updated',
    'preload-error',
    'render-process-gone',
    'will-frame-navigate',
    'will-navigate',
    'will-redirect',
  ],
  never: [
    'did-attach-webview',
    'did-create-window',
    'responsive',
    'unresponsive',
    'will-attach-webview',
    'will-prevent-unload',
  ],
};
