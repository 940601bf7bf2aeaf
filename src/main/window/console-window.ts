import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type { Log } from '../../node/log/log.ts';
import { APP_ORIGIN } from '../security/origin.ts';
import { MINIMUM, placeWindow } from './place.ts';
import { Revival } from './revival.ts';
import { readWindowState, writeWindowState } from './state-file.ts';

/**
 * Opens the console where it last stood. It shows itself when its first picture is painted, never white.
 * @returns what brings its page back
 */
export function openConsole(userData: string, log: Log): Revival {
  const file = join(userData, 'window.json');
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const { bounds, maximized } = placeWindow(
    readWindowState(file),
    [primary, ...others].map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#0d0f12', // --ground of the night theme
    title: 'Vigie',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () =>
    writeWindowState(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  const load = () => window.loadURL(`${APP_ORIGIN}/index.html`);
  const revival = new Revival({ contents: window.webContents, load, log, now: Date.now });
  load().catch((err: unknown) => log.error({ err }, 'the page could not be loaded'));
  return revival;
}
