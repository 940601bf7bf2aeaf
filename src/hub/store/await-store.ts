import { setTimeout as wait } from 'node:timers/promises';
import { Gauge, Registry } from 'prom-client';
import type { Log } from '../../node/log/log.ts';
import { isAway } from '../../node/postgres/errors.ts';
import { listen } from '../../node/process/listen.ts';
import type { HubConfig } from '../config.ts';
import { createHttp } from '../http/server.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** How long to wait after so many attempts in vain, from 1 on, ms. */
export const pauseAfter = (tries: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));

/**
 * Opens a store, and as long as its server is away tries again with growing pauses: hub and database start at once after
 * a power cut, in whatever order. Meanwhile the log and /health say so. What waiting does not mend is thrown: a wrong
 * password, a database that there is not, a schema that does not fit.
 * @throws StorageError, ListenError
 */
export async function awaitStore<T>(
  open: () => Promise<T>,
  { config, log, now }: { readonly config: HubConfig; readonly log: Log; readonly now: () => number },
): Promise<T> {
  let close: (() => Promise<void>) | undefined;
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await open();
      } catch (error) {
        if (!isAway(error)) throw error;
        close ??= await sayThatItWaits(config, now);
        const pause = pauseAfter(tries);
        log.warn(
          { detail: error.message, tries, againInSeconds: pause / 1_000 },
          'the store can’t be reached: the hub waits for it and does nothing else',
        );
        await wait(pause);
      }
    }
  } finally {
    await close?.();
  }
}

/** Serves /health and /metrics where the hub will, with what there is to say. @returns ends that */
async function sayThatItWaits(config: HubConfig, now: () => number): Promise<() => Promise<void>> {
  const since = new Date(now()).toISOString();
  const registry = new Registry();
  for (const name of ['link_up', 'ready', 'store_ok'])
    new Gauge({
      name: `vigie_hub_${name}`,
      help: 'the hub waits for its store',
      registers: [registry],
    }).set(0);
  const facts = { hub: config.id, store: 'unreachable', ready: false, waitingSince: since };
  const http = createHttp({
    health: () => ({ ok: false, facts }),
    metrics: async () => ({ type: registry.contentType, text: await registry.metrics() }),
    token: config.http.token,
    hosts: config.http.hosts,
    now,
  });
  await listen(http, config.http, 'http.port');
  return async () => {
    http.closeAllConnections();
    await new Promise<void>((resolve) => http.close(() => resolve()));
  };
}
