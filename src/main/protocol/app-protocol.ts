import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';
import type { TileAddress } from '../../shared/geo/tile.ts';
import type { TileAnswer } from '../../shared/ipc/base-map.ts';
import { APP_SCHEME } from '../security/origin.ts';
import { NO_TILE, serveTile, tileOf } from './base-map.ts';

/** Has to be called before the application is ready. */
export function registerAppScheme(): void {
  // A page of a scheme of one's own is compiled anew at each start unless it may be kept compiled.
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/** @returns the file of a page's URL, undefined for one outside `root` or on another host */
export function fileOf(url: string, root: string): string | undefined {
  const { host, pathname } = new URL(url);
  if (host !== 'bundle') return undefined;
  let path: string;
  try {
    path = normalize(join(root, decodeURIComponent(pathname)));
  } catch {
    return undefined;
  }
  return path.startsWith(root + sep) ? path : undefined;
}

export interface AppOptions {
  /** folder of the console's files */
  readonly root: string;
  /** goes with each of them */
  readonly policy: string;
  /** asks the seat for a tile of the base map */
  readonly tile: (address: TileAddress) => Promise<TileAnswer>;
}

/** Serves the console's files under `app://bundle/`, and under `app://bundle/base-map/z/x/y` tiles of the base map. */
export function serveApp({ root, policy, tile }: AppOptions): void {
  protocol.handle(APP_SCHEME, async ({ url }) => {
    const address = tileOf(url);
    if (address !== undefined) return serveTile(await tile(address).catch(() => NO_TILE));
    const file = fileOf(url, root);
    const found =
      file === undefined ? undefined : await net.fetch(pathToFileURL(file).href).catch(() => undefined);
    if (found === undefined || !found.ok) return new Response('not found', { status: 404 });
    const headers = new Headers(found.headers);
    headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    return new Response(found.body, { status: 200, headers });
  });
}
