import { createLog } from '../../src/node/log/log.ts';
import { connectLink } from '../../src/node/mqtt/link.ts';
import { SeatPresence } from '../../src/shared/wire/presence.ts';
import { filters, idsOf, topics } from '../../src/shared/wire/topic.ts';
import type { Heard } from './given-back.ts';

/** A client of the broker that is none of the room's; what the ACL must let it read. */
export const OBSERVER = {
  user: 'observer',
  acl: `user observer\ntopic read ${filters.seats}\ntopic read ${topics.head()}`,
} as const;

/** So late, this process did not look: when something was said then it does not know. */
const LATE_MS = 1_500;
const LOOK_MS = 500;

/** Hears on the broker what the hub could hear of its seats, and that the hub is at work. */
export interface Observer {
  readonly heard: readonly Heard[];
  close(): Promise<void>;
}

export function startObserver(brokerUrl: string, password: string): Observer {
  const heard: Heard[] = [];
  const anew = () => heard.push({ kind: 'anew', at: Date.now() });
  const link = connectLink({
    brokers: [brokerUrl],
    clientId: OBSERVER.user,
    username: OBSERVER.user,
    password,
    keepalive: 5,
    log: createLog({ name: 'observer', level: 'silent' }),
  });
  // What the broker has retained tells nothing of now.
  link.subscribe(topics.head(), { qos: 0 }, (_topic, _payload, { retain, at }) => {
    if (!retain) heard.push({ kind: 'hub', at });
  });
  link.subscribe(filters.seats, { qos: 1 }, (topic, payload, { retain, at }) => {
    const [seat = ''] = idsOf(filters.seats, topic) ?? [];
    if (retain || payload.length === 0) return;
    const { up } = SeatPresence.parse(JSON.parse(Buffer.from(payload).toString()));
    heard.push({ kind: up ? 'here' : 'gone', seat, at });
  });
  link.onState(({ kind }) => kind === 'up' && anew());
  let lookedAt = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - lookedAt > LOOK_MS + LATE_MS) anew();
    lookedAt = now;
  }, LOOK_MS);
  return {
    heard,
    async close() {
      clearInterval(timer);
      await link.close();
    },
  };
}
