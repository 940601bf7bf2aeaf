import { connectAsync, type MqttClient } from 'mqtt';
import { CabinetOrder } from '../../src/shared/wire/lamp-order.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { topics } from '../../src/shared/wire/topic.ts';
import { until } from './until.ts';

/** The gateway of one cabinet, none of ours: it hears orders, and says and does nothing but what a test wants. */
export class LampGateway {
  readonly orders: CabinetOrder[] = [];
  readonly #client: MqttClient;
  readonly #cabinet: string;

  private constructor(client: MqttClient, cabinet: string) {
    this.#client = client;
    this.#cabinet = cabinet;
    client.on('message', (_topic, payload) =>
      this.orders.push(CabinetOrder.parse(JSON.parse(payload.toString()))),
    );
  }

  static async connect(url: string, password: string | undefined, cabinet: string): Promise<LampGateway> {
    const login = { username: 'city', ...(password === undefined ? {} : { password }) };
    const client = await connectAsync(url, { protocolVersion: 5, ...login });
    const gateway = new LampGateway(client, cabinet);
    await client.subscribeAsync(topics.cabinetOrder(cabinet), { qos: 1 });
    return gateway;
  }

  order(what: string, which: (order: CabinetOrder) => boolean): Promise<CabinetOrder> {
    return until(`an order ${what}`, () => this.orders.find(which));
  }

  async acknowledge(cmd: string, refused: readonly { lamp: string; code: string }[] = []): Promise<void> {
    const ack = { v: 1, cmd, ok: true, code: 'OK', at: instant(Date.now()), refused };
    await this.#client.publishAsync(topics.cabinetAck(this.#cabinet), JSON.stringify(ack), { qos: 1 });
  }

  close(): Promise<void> {
    return this.#client.endAsync(true);
  }
}
