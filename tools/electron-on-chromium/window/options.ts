import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { LackingError, onlyKnown } from '../lacking.ts';
import { screen } from '../modules/screen.ts';

/** Options that have an effect, and those whose effect a Chromium window has anyway or nobody can see. */
const WINDOW_OPTIONS = [
  'autoHideMenuBar',
  'backgroundColor',
  'center',
  'fullscreen',
  'height',
  'icon',
  'minHeight',
  'minWidth',
  'show',
  'title',
  'webPreferences',
  'width',
  'x',
  'y',
];

const WEB_PREFERENCES = [
  'additionalArguments',
  'allowRunningInsecureContent',
  'autoplayPolicy',
  'backgroundThrottling',
  'contextIsolation',
  'devTools',
  'navigateOnDragDrop',
  'nodeIntegration',
  'nodeIntegrationInSubFrames',
  'nodeIntegrationInWorker',
  'preload',
  'sandbox',
  'spellcheck',
  'v8CacheOptions',
  'webSecurity',
  'webviewTag',
];

/** The only values the stand-in can give these; anything else would be a promise it does not keep. */
const FIXED: Readonly<Record<string, unknown>> = {
  allowRunningInsecureContent: false,
  autoplayPolicy: 'no-user-gesture-required',
  backgroundThrottling: false,
  contextIsolation: true,
  devTools: true,
  navigateOnDragDrop: false,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  sandbox: true,
  spellcheck: false,
  webSecurity: true,
  webviewTag: false,
};

/** Refuses what a window of the stand-in can't be. */
export function checkOptions(options: BrowserWindowConstructorOptions): void {
  const preferences = options.webPreferences ?? {};
  onlyKnown('an option of BrowserWindow', options, WINDOW_OPTIONS);
  onlyKnown('a webPreference', preferences, WEB_PREFERENCES);
  for (const [key, value] of Object.entries(preferences))
    if (key in FIXED && FIXED[key] !== value)
      throw new LackingError(`webPreferences.${key} = ${String(value)}`);
}

/** Where the window begins: as asked, else 800 by 600 in the middle of the primary screen. */
export function firstBounds({ x, y, width = 800, height = 600 }: BrowserWindowConstructorOptions): Rectangle {
  const { workArea } = screen.getPrimaryDisplay();
  return {
    x: x ?? workArea.x + Math.max(0, Math.floor((workArea.width - width) / 2)),
    y: y ?? workArea.y + Math.max(0, Math.floor((workArea.height - height) / 2)),
    width,
    height,
  };
}
