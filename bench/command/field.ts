import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { LampOverride } from '../../src/shared/lamp/override.ts';
import { filters, idsOf } from '../../src/shared/wire/topic.ts';
import type { TestBroker } from '../../tests/support/broker.ts';

/** Gateways that all obey, at once and whatever they are told: what is measured is the hub, not their moods. */
const OBEDIENT = {
  faulty: 0,
  faultsPerHour: 0,
  tripsPerHour: 0,
  walkers: 0,
  lies: 0,
  locked: 0,
  slowCabinets: 0,
  muteCabinets: 0,
};

/** The demo city's field in a process of its own. @returns ends it */
export function startField(broker: TestBroker, dir: string): () => Promise<void> {
  const [config, secret] = [join(dir, 'city.yaml'), join(dir, 'city.password')];
  writeFileSync(secret, broker.secrets.city ?? '');
  writeFileSync(
    config,
    JSON.stringify({
      brokers: [broker.url],
      username: 'city',
      passwordFile: secret,
      clock: { start: '03:00' },
      lamps: OBEDIENT,
      requests: { perDay: 0 },
      log: { level: 'warn' },
    }),
  );
  const main = join(import.meta.dirname, '../../src/city/main.ts');
  const child: ChildProcess = spawn(process.execPath, [main, '--config', config], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const orphaned = (): void => void child.kill('SIGKILL');
  process.once('exit', orphaned);
  return async () => {
    process.off('exit', orphaned);
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  };
}

/** The most of something in any one second. */
class Peak {
  readonly #bySecond = new Map<string, { messages: number; bytes: number }>();

  add(who: string, bytes: number): void {
    const key = `${who} ${Math.floor(performance.now() / 1_000)}`;
    const second = this.#bySecond.get(key) ?? { messages: 0, bytes: 0 };
    second.messages += 1;
    second.bytes += bytes;
    this.#bySecond.set(key, second);
  }

  most(what: 'messages' | 'bytes'): number {
    return Math.max(0, ...[...this.#bySecond.values()].map((second) => second[what]));
  }
}

/** Hears what passes between hub and field, and how the orders stand that seats are told of. */
export class Watcher {
  readonly #client: MqttClient;
  readonly #overrides = new Map<string, LampOverride>();
  /** orders as gateways hear them, by gateway */
  gateways = new Peak();
  /** orders, answers and states of lamps together */
  broker = new Peak();

  private constructor(client: MqttClient) {
    this.#client = client;
    client.on('message', (topic, payload) => {
      if (topic.startsWith('room/')) return this.#stands(topic, payload.toString());
      this.broker.add('all', payload.length);
      const [cabinet] = idsOf(filters.cabinetOrders, topic) ?? [];
      if (cabinet !== undefined) this.gateways.add(cabinet, payload.length);
    });
  }

  static async connect(broker: TestBroker): Promise<Watcher> {
    const login = { username: 'bench', password: broker.secrets.bench ?? '' };
    const client = await connectAsync(broker.url, { protocolVersion: 5, clientId: 'bench', ...login });
    const watcher = new Watcher(client);
    const rh = 2;
    await client.subscribeAsync('city/v1/#', { qos: 0, rh });
    await client.subscribeAsync('room/v1/data/override/+', { qos: 1 });
    return watcher;
  }

  begin(): void {
    this.gateways = new Peak();
    this.broker = new Peak();
  }

  /** Lamps of these orders that have come so far. */
  count(orders: readonly string[], how: 'commanded' | 'acknowledged' | 'observed'): number {
    return orders.reduce((sum, id) => sum + (this.#overrides.get(id)?.[how] ?? 0), 0);
  }

  close(): Promise<void> {
    return this.#client.endAsync(true);
  }

  #stands(topic: string, json: string): void {
    const id = topic.split('/').at(-1) ?? '';
    if (json === '') this.#overrides.delete(id);
    else this.#overrides.set(id, LampOverride.parse(JSON.parse(json)));
  }
}
