import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';
import { APP_SCHEME } from '../security/origin.ts';

/** Has to be called before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
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

/** Serves the console's files from `root` under `app://bundle/`, each with the policy. */
export function serveApp(root: string, policy: string): void {
  protocol.handle(APP_SCHEME, async ({ url }) => {
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
