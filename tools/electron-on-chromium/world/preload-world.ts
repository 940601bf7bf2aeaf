import type { codec } from '../codec.ts';
import type { bridge, PageGlobals } from './bridge.ts';

/** What main tells the preload world before it starts. */
export interface PreloadSettings {
  /** Name of the function through which this world talks to main; it is taken away at once. */
  readonly binding: string;
  /** Name of the function that main calls in this world. */
  readonly receiver: string;
  readonly process: Readonly<Record<string, unknown>>;
}

type Preload = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
  global: unknown,
) => void;
type Listener = (event: object, ...args: unknown[]) => void;

/** Runs in the isolated world of a page: a sandboxed preload's `require('electron')` and `process`, then the preload. */
export function preloadWorld(
  secret: string,
  makeBridge: typeof bridge,
  makeCodec: typeof codec,
  settings: PreloadSettings,
  preload: Preload | undefined,
): void {
  const page = globalThis as unknown as PageGlobals;
  if (page !== page.top) return;
  const { encode, decode } = makeCodec();
  const post = page[settings.binding] as (text: string) => void;
  delete page[settings.binding];
  const tell = (...message: unknown[]): void => post(encode(message));

  const strict = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(held, key, receiver) {
        if (
          typeof key === 'symbol' ||
          key in held ||
          key === 'then' ||
          key === 'default' ||
          key === '__esModule'
        )
          return Reflect.get(held, key, receiver);
        throw new Error(`${name}.${key} is lacking in electron-on-chromium, the stand-in for Electron`);
      },
    });

  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, { readonly listener: Listener; readonly once: boolean }[]>();
  let lastId = 0;
  const add = (channel: string, listener: Listener, once: boolean) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener) => {
    const left = (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener);
    if (left.length > 0) listeners.set(channel, left);
    else listeners.delete(channel);
    return ipcRenderer;
  };
  const ipcRenderer: object = strict('ipcRenderer', {
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
    send: (channel: string, ...args: unknown[]) => tell('send', 0, channel, args),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        tell('invoke', ++lastId, channel, args);
        waiting.set(lastId, { resolve, reject });
      }),
  });
  page[settings.receiver] = (text: string): void => {
    const [kind, target, body] = decode(text) as ['event' | 'ok' | 'failed', never, unknown];
    if (kind === 'event') {
      for (const { listener, once } of listeners.get(target) ?? []) {
        if (once) remove(target, listener);
        listener({ sender: ipcRenderer, ports: [] }, ...(body as unknown[]));
      }
      return;
    }
    const call = waiting.get(target);
    waiting.delete(target);
    if (kind === 'ok') call?.resolve(body);
    else call?.reject(new Error(String(body)));
  };

  const call = makeBridge(secret, 'preload', 'page', {
    open: (...args: unknown[]) => tell('open', 0, '', args),
  });
  page.addEventListener('focus', () => tell('emit', 0, '_focus', [true]));
  page.addEventListener('blur', () => tell('emit', 0, '_focus', [false]));
  page.addEventListener('resize', () => tell('emit', 0, '_resize', []));
  page.addEventListener('DOMContentLoaded', () => {
    if (page.document.hasFocus()) tell('emit', 0, '_focus', [true]);
    const told = () => tell('emit', 0, 'page-title-updated', [{}, page.document.title, true]);
    new page.MutationObserver(told).observe(page.document.head, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    if (page.document.title !== '') told();
  });

  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => void call('expose', [key, api]),
  });
  const electron = strict('electron', { contextBridge, ipcRenderer });
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id} (a sandboxed preload has electron only in the stand-in)`);
  };
  const module = { exports: {} };
  try {
    preload?.(require, module, module.exports, strict('process', { ...settings.process }), page);
  } catch (error) {
    tell('preloadFailed', 0, '', [error]);
  }
}
