import { HubSearch, type SearchedLink } from '../node/mqtt/hub-search.ts';
import type { Link } from '../node/mqtt/link.ts';
import { HUB_AWAY_MS } from '../shared/wire/presence.ts';
import { topics } from '../shared/wire/topic.ts';
import type { CityConfig } from './config.ts';

export interface FollowOptions {
  readonly link: SearchedLink & Pick<Link, 'subscribe'>;
  readonly config: Pick<CityConfig, 'brokers' | 'moveOnAfterSeconds'>;
  readonly random: () => number;
  readonly now: () => number;
}

/**
 * The field goes with the hub along the list of brokers, by the rule of the seats: at a broker that answers, but where no
 * hub says its head any more, nobody reads what lamps, units and callers say. With one broker there is nothing to follow,
 * and nothing of the room is read.
 * @returns what ends it
 */
export function followHub({ link, config, random, now }: FollowOptions): { close(): void } {
  if (config.brokers.length < 2) return { close: () => {} };
  let headAt = Number.NEGATIVE_INFINITY;
  const unlisten = [
    link.subscribe(topics.head(), { qos: 0 }, (_topic, _payload, { retain }) => {
      // What the broker remembers of a hub may be the last word of one that has gone.
      if (!retain) headAt = now();
    }),
    link.onState(({ kind }) => {
      if (kind !== 'up') headAt = Number.NEGATIVE_INFINITY;
    }),
  ];
  const hubUp = () => now() - headAt <= HUB_AWAY_MS;
  const search = new HubSearch({ link, config, hubUp, random, now });
  return {
    close() {
      search.close();
      for (const stop of unlisten) stop();
    },
  };
}
