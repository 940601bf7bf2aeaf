/** Where the console's files stand: `app://bundle/…`, served by the protocol handler of main. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://bundle`;

/** Whether a URL is one of the application's own pages. */
export const isOwnUrl = (url: string): boolean => url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);

/** What Electron tells of a message's sender. */
interface Sender {
  readonly url: string;
  readonly parent: unknown;
}

/** Only the top frame of an own page may speak to main: no frame within it, no page that took its place. */
export const isTrustedSender = (frame: Sender | null): boolean =>
  frame !== null && frame.parent === null && isOwnUrl(frame.url);
