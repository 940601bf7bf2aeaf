import { expect, test } from 'vitest';
import { checkOptions } from './options.ts';

test('what a window of the stand-in has is taken', () => {
  checkOptions({});
  checkOptions({
    width: 900,
    minWidth: 400,
    show: false,
    webPreferences: { sandbox: true, spellcheck: false, preload: '/p.cjs' },
  });
});

test.each([
  [{ frame: false }, 'an option of BrowserWindow: frame'],
  [{ alwaysOnTop: true }, 'alwaysOnTop'],
  [{ kiosk: true }, 'kiosk'],
  [{ parent: {} }, 'parent'],
  [{ webPreferences: { partition: 'persist:x' } }, 'a webPreference: partition'],
  [{ webPreferences: { sandbox: false } }, 'webPreferences.sandbox = false'],
  [{ webPreferences: { devTools: false } }, 'webPreferences.devTools = false'],
  [{ webPreferences: { backgroundThrottling: true } }, 'webPreferences.backgroundThrottling = true'],
  [{ webPreferences: { navigateOnDragDrop: true } }, 'webPreferences.navigateOnDragDrop = true'],
])('what would be ignored throws: %j', (options, what) => {
  expect(() => checkOptions(options as never)).toThrow(what);
});
