import { strict } from '../lacking.ts';
import { windows } from '../window/registry.ts';
import type { WebContents } from './web-contents.ts';

const all = (): WebContents[] => [...windows.values()].map((window) => window.webContents);

/** Electron's `webContents`, the module. */
export const webContents = strict('webContents (the module)', {
  getAllWebContents: all,
  fromId: (id: number) => all().find((contents) => contents.id === id),
  fromDevToolsTargetId: (id: string) => all().find((contents) => contents._targetId === id),
});
