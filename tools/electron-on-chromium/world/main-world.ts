import type { bridge, PageGlobals } from './bridge.ts';

/** Runs in the page's own world, before its scripts: receives what the preload exposes, and gives window.open away. */
export function mainWorld(secret: string, makeBridge: typeof bridge): void {
  const page = globalThis as unknown as PageGlobals;
  if (page !== page.top) return;
  const freeze = (value: unknown): void => {
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return;
    for (const field of Object.values(Object.freeze(value))) freeze(field);
  };
  const call = makeBridge(secret, 'page', 'preload', {
    expose(key: string, api: unknown) {
      if (key in page)
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      freeze(api);
      Object.defineProperty(page, key, { value: api, enumerable: true });
    },
  });
  page.open = (url = '', name = '', features = '') => {
    const address = url === '' ? 'about:blank' : new URL(String(url), page.location.href).href;
    call('open', [address, String(name), String(features)]);
    return null; // what a page sees when the application refuses, which is all the stand-in can do
  };
}
