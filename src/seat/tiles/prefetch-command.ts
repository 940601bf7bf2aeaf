import { once } from 'node:events';
import { ConfigError } from '../../node/config/error.ts';
import type { BaseMapState, PrefetchPlan } from '../../shared/ipc/base-map.ts';
import type { BaseMapOptions } from './model.ts';
import { ServerMap } from './server-map.ts';

export interface PrefetchCommandOptions extends Omit<BaseMapOptions, 'onChange'> {
  readonly write: (text: string) => void;
  /** somebody wants it to end: what was fetched stays */
  readonly signal: AbortSignal;
}

/** How often it says how far it is, ms. */
const SAY_MS = 5_000;

const FORBIDS: Readonly<Record<NonNullable<PrefetchPlan['forbidden']>, string>> = {
  policy: 'the rules of this server forbid to fetch areas beforehand',
  size: 'the area is larger than baseMap.megabytes allows',
};

/**
 * The seat's command `--prefetch`: fetches the whole area of its tile server into `tiles.mbtiles`, no faster than
 * `baseMap.perSecond`; what is there and fresh is passed over.
 * @returns whether all of it is there
 * @throws ConfigError, StorageError
 */
export async function prefetchCommand({
  write,
  signal,
  ...options
}: PrefetchCommandOptions): Promise<boolean> {
  const { config, now } = options;
  if (config.baseMap?.url === undefined)
    throw new ConfigError([
      'baseMap.url: no tile server is configured, there is nothing to fetch beforehand',
    ]);
  const over = new EventTarget();
  let saidAt = now();
  const onChange = (state: BaseMapState): void => {
    if (state.kind !== 'server') return;
    const { prefetch } = state;
    if (prefetch.kind === 'over') over.dispatchEvent(new Event('over'));
    if (prefetch.kind !== 'running' || now() - saidAt < SAY_MS) return;
    saidAt = now();
    write(`${progress(prefetch)}\n`);
  };
  const map = new ServerMap({ ...options, onChange }, config.baseMap);
  try {
    const plan = await map.plan();
    write(`${planned(plan)}\n`);
    if (plan.forbidden !== undefined) throw new ConfigError([`baseMap: ${FORBIDS[plan.forbidden]}`]);
    const ended = once(over, 'over');
    await map.prefetch();
    const stop = (): void => map.cancel();
    signal.addEventListener('abort', stop, { once: true });
    await ended;
    signal.removeEventListener('abort', stop);
    const state = map.state();
    if (state.kind !== 'server' || state.prefetch.kind !== 'over') return false;
    const { how, why, failed } = state.prefetch;
    write(`${progress(state.prefetch)}: ${how}${why === undefined ? '' : ` (${why})`}\n`);
    return how === 'whole' && failed === 0;
  } finally {
    map.close();
  }
}

const planned = ({ total, wanted, bytes, seconds }: PrefetchPlan): string =>
  wanted === 0
    ? `nothing to fetch: all ${total} tiles are kept`
    : `${wanted} of ${total} tiles to fetch, about ${Math.ceil(bytes / 1e6)} MB in ${Math.ceil(seconds / 60)} min`;

const progress = ({ done, failed, total }: { done: number; failed: number; total: number }): string =>
  `${done} of ${total} tiles, ${failed} failed`;
