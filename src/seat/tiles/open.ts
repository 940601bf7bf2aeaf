import type { BaseMapState } from '../../shared/ipc/base-map.ts';
import { FileMap } from './file-map.ts';
import type { BaseMap, BaseMapOptions } from './model.ts';
import { ServerMap } from './server-map.ts';

/** A base map that has no tiles; nothing is fetched, no file is made. */
function noMap(state: BaseMapState): BaseMap {
  return {
    state: () => state,
    tile: async () => ({ kind: 'none', later: false }),
    plan: async () => undefined,
    prefetch: async () => ({ ok: false, why: 'no-server' }),
    cancel: () => {},
    close: () => {},
  };
}

/**
 * Opens the base map that is configured. One that can't be used is said and logged: no seat stays dark for want of a
 * background.
 */
export function openBaseMap(options: BaseMapOptions): BaseMap {
  const { log } = options;
  const config = options.config.baseMap;
  if (config === undefined) return noMap({ kind: 'none' });
  try {
    return config.file === undefined
      ? new ServerMap(options, config)
      : new FileMap(config.file, config, options.onChange);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    log.error({ detail }, 'the base map cannot be used');
    return noMap({ kind: 'unusable', detail });
  }
}
