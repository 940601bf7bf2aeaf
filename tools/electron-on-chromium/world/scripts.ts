import { codec } from '../codec.ts';
import { bridge } from './bridge.ts';
import { mainWorld } from './main-world.ts';
import { type PreloadSettings, preloadWorld } from './preload-world.ts';

/** Name of the world in which Electron runs a preload. */
export const PRELOAD_WORLD = 'Electron Isolated Context';
export const BINDING = '__electronPost';
export const RECEIVER = '__electronReceive';

/** The script for the page's own world; `secret` names the events the two worlds talk by. */
export function mainWorldScript(secret: string): string {
  return `(${mainWorld})(${JSON.stringify(secret)}, ${bridge});`;
}

/** The script for the isolated world, around the preload's own source (CommonJS) when there is one. */
export function preloadWorldScript(
  secret: string,
  preload: string | undefined,
  argv: readonly string[],
): string {
  const { platform, arch, versions } = process;
  const settings: PreloadSettings = {
    binding: BINDING,
    receiver: RECEIVER,
    process: {
      platform,
      arch,
      versions,
      env: {},
      argv,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
    },
  };
  const body =
    preload === undefined
      ? 'undefined'
      : `function (require, module, exports, process, global) {${preload}\n}`;
  return `(${preloadWorld})(${JSON.stringify(secret)}, ${bridge}, ${codec}, ${JSON.stringify(settings)}, ${body});`;
}
