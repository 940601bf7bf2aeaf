import { connectAsync, type MqttClient } from 'mqtt';
import { UnitOrder, type UnitReply } from '../../src/shared/unit/model.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { filters, idsOf, topics } from '../../src/shared/wire/topic.ts';
import { until } from './until.ts';

interface Told {
  readonly unit: string;
  readonly order: UnitOrder;
}

/** A fleet that is none of ours: plain mqtt.js with the rights of the city, and units that do as the test says. */
export class TestFleet {
  readonly #client: MqttClient;
  /** what units were told, in order, also again */
  readonly told: Told[] = [];

  private constructor(client: MqttClient) {
    this.#client = client;
    client.on('message', (topic, payload) => {
      const [unit = ''] = idsOf(filters.unitOrders, topic) ?? [];
      this.told.push({ unit, order: UnitOrder.parse(JSON.parse(payload.toString())) });
    });
  }

  static async connect(url: string, password: string | undefined): Promise<TestFleet> {
    const login = { username: 'city', ...(password === undefined ? {} : { password }) };
    const client = await connectAsync(url, { protocolVersion: 5, reconnectPeriod: 50, ...login });
    const fleet = new TestFleet(client);
    await client.subscribeAsync(filters.unitOrders, { qos: 1 });
    return fleet;
  }

  /** A police car that is free, unless more is said. */
  async report(id: string, more: object = {}): Promise<void> {
    const at = instant(Date.now());
    const state = {
      v: 1,
      id,
      callSign: id,
      service: 'police',
      kind: 'car',
      skills: ['publicOrder', 'firstAid'],
    };
    const payload = JSON.stringify({ ...state, status: 'available', at, ...more });
    await this.#client.publishAsync(topics.unitState(id), payload, { qos: 1, retain: true });
  }

  /** The latest order of a kind to a unit, once it has come. */
  async order(unit: string, what: UnitOrder['order'] = 'go'): Promise<UnitOrder> {
    const one = await until(`${unit} is told: ${what}`, () =>
      this.told.findLast((told) => told.unit === unit && told.order.order === what),
    );
    return one.order;
  }

  async answer(unit: string, { cmd, ticket }: UnitOrder, answer: UnitReply, motive?: string): Promise<void> {
    const said = { v: 1, cmd, ticket, answer, at: instant(Date.now()), ...(motive ? { motive } : {}) };
    await this.#client.publishAsync(topics.unitAnswer(unit), JSON.stringify(said), { qos: 1 });
  }

  close(): Promise<void> {
    return this.#client.endAsync(true);
  }
}
