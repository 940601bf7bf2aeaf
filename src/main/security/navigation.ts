import type { App } from 'electron';
import type { Log } from '../../node/log/log.ts';
import { isOwnUrl } from './origin.ts';

/** No page leaves the application, opens a window or hosts another page. */
export function guardNavigation(app: App, log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      log.warn({ url }, 'refused to open a window');
      return { action: 'deny' };
    });
    contents.on('will-navigate', (event, url) => {
      if (isOwnUrl(url)) return;
      log.warn({ url }, 'refused to leave the application');
      event.preventDefault();
    });
    contents.on('will-redirect', (event, url) => {
      if (!isOwnUrl(url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
