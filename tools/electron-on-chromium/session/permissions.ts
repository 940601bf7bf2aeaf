import type { WebContents } from '../contents/web-contents.ts';
import { chromium } from '../host.ts';
import { originOf, schemes } from '../protocol/schemes.ts';

export type CheckHandler = (
  contents: WebContents | null,
  permission: string,
  origin: string,
  details: object,
) => boolean;
export type RequestHandler = (
  contents: WebContents,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;

/** The application's handlers; without one everything is granted, as in Electron. */
export const handlers: { check: CheckHandler | undefined; request: RequestHandler | undefined } = {
  check: undefined,
  request: undefined,
};

/** Electron's names, and the protocol's for the same. Others can't be set from outside and stay Chromium's affair. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'display-capture': ['display-capture'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  'local-network': ['local-network'],
  'local-network-access': ['local-network-access'],
  'loopback-network': ['loopback-network'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
  'persistent-storage': ['persistent-storage'],
  'screen-wake-lock': ['screen-wake-lock'],
  'storage-access': ['storage-access'],
  'window-management': ['window-management'],
};

/**
 * Asks the application's handlers about every permission for the origin of `url` (the application's own form) and tells
 * Chromium. Electron asks when a page asks; here it is done before each load, since Chromium asks nobody outside.
 * Both handlers must agree: Electron uses now one, now the other, so an application that passes here has both right.
 */
export async function applyPermissions(contents: WebContents, url: string): Promise<void> {
  const origin = originOf(schemes.outward(url));
  if (origin === 'null') return;
  const { browser } = chromium('session');
  for (const [permission, names] of Object.entries(PERMISSIONS)) {
    const setting = (await isGranted(contents, permission, url)) ? 'granted' : 'denied';
    for (const name of names)
      await browser
        .send('Browser.setPermission', { origin, permission: { name }, setting })
        .catch((error: Error) => {
          console.error(`electron-on-chromium: permission ${name}: ${error.message}`);
        });
  }
}

async function isGranted(contents: WebContents, permission: string, url: string): Promise<boolean> {
  const details = { requestingUrl: url, isMainFrame: true };
  const { check, request } = handlers;
  if (check !== undefined && !check(contents, permission, `${originOf(url)}/`, details)) return false;
  if (request === undefined) return true;
  return new Promise((resolve) => request(contents, permission, resolve, details));
}
