import type { BrowserWindow } from './browser-window.ts';

/** The windows that are open, by id, the oldest first. Apart from the class, so that `app` can know them too. */
export const windows = new Map<number, BrowserWindow>();
