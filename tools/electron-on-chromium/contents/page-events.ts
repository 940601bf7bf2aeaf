import { app } from '../app/app.ts';
import type { Cdp } from '../chromium/cdp.ts';
import { schemes } from '../protocol/schemes.ts';
import type { WebContents } from './web-contents.ts';

const LEVELS: Readonly<Record<string, string>> = {
  assert: 'error',
  debug: 'debug',
  error: 'error',
  warning: 'warning',
};

/** Turns the protocol's events of one page into those of its WebContents. */
export async function followPage(contents: WebContents, cdp: Cdp, mainFrameId: string): Promise<void> {
  cdp.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined || frame.unreachableUrl !== undefined) return;
    contents._navigatedTo(schemes.inward(frame.url + (frame.urlFragment ?? '')));
    contents.emit('did-navigate', {}, contents.getURL(), 200, 'OK');
  });
  cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId !== mainFrameId) return;
    contents._navigatedTo(schemes.inward(url));
    contents.emit('did-navigate-in-page', {}, contents.getURL(), true);
  });
  cdp.on('Page.domContentEventFired', () => contents.emit('dom-ready', {}));
  cdp.on('Page.loadEventFired', () => contents._loaded());
  cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
    contents._openRequested(url, windowName, windowFeatures.join(',')),
  );
  cdp.on('Inspector.targetCrashed', () => {
    const details = { reason: 'crashed', exitCode: 1 };
    contents._crashed();
    contents.emit('render-process-gone', {}, details);
    app.emit('render-process-gone', {}, contents, details);
  });
  cdp.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const text = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
    contents._console(LEVELS[type] ?? 'info', text);
  });
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
    contents._console('error', `${text} ${exception?.description ?? ''}`),
  );
  cdp.on('Log.entryAdded', ({ entry }) => contents._console(LEVELS[entry.level] ?? 'info', entry.text));
  await Promise.all([
    cdp.send('Page.enable'),
    cdp.send('Runtime.enable'),
    cdp.send('Inspector.enable'),
    cdp.send('Log.enable'),
  ]);
}
