import { connectAsync, type MqttClient } from 'mqtt';
import { v7 } from 'uuid';
import { instant } from '../src/shared/wire/time.ts';

type Loose = Record<string, unknown>;
interface Reply {
  readonly cmd?: string;
  readonly query?: string;
  readonly code: string;
  readonly more?: boolean;
  readonly epoch?: string;
  readonly head?: number;
  readonly events?: readonly unknown[];
}

/** A seat that hears all that a seat hears and works at nothing but its own commands: what is measured is the room. */
export class BenchSeat {
  readonly id: string;
  readonly #client: MqttClient;
  readonly #waiting = new Map<string, (reply: Reply) => void>();
  #session: string | undefined;

  private constructor(id: string, client: MqttClient) {
    this.id = id;
    this.#client = client;
    client.on('message', (topic, payload) => {
      if (!topic.startsWith('room/v1/rsp/')) return;
      const reply = JSON.parse(payload.toString()) as Reply;
      this.#waiting.get(reply.cmd ?? reply.query ?? '')?.(reply);
    });
  }

  static async connect(url: string, id: string, password: string, noDelay: boolean): Promise<BenchSeat> {
    const client = await connectAsync(url, { protocolVersion: 5, clientId: id, username: id, password });
    if (noDelay && 'setNoDelay' in client.stream)
      (client.stream as { setNoDelay(on: boolean): void }).setNoDelay(true);
    await client.subscribeAsync([`room/v1/rsp/${id}`, 'room/v1/evt', 'room/v1/head'], { qos: 1 });
    return new BenchSeat(id, client);
  }

  async signIn(person: string): Promise<void> {
    const session = v7();
    const { code } = await this.#ask({ op: 'session.open', args: { session, person, proof: '' } });
    if (code !== 'OK') throw new Error(`${this.id} was not let in: ${code}`);
    this.#session = session;
  }

  ticket(op: string, id: string, exp: number, args: Loose = {}): Promise<Reply> {
    return this.#ask({ session: this.#session, op, target: { type: 'ticket', id }, exp, args });
  }

  /** Commands lamps for an hour. @param until ms since the epoch @returns the order's id */
  async light(
    ids: readonly string[],
    {
      level,
      until,
      selection,
    }: { readonly level: number; readonly until: number; readonly selection: Loose },
  ): Promise<string> {
    const { code, cmd = '' } = await this.#ask({
      session: this.#session,
      op: 'lamp.set',
      target: { type: 'lamps', ids },
      args: { level, until: instant(until), selection },
      motive: 'mesure',
      expiresAt: instant(Date.now() + 30_000),
    });
    if (code !== 'OK') throw new Error(`an order was answered ${code}`);
    return cmd;
  }

  /** Asks for the last `missed` events. @returns how many came */
  async catchUp(missed: number): Promise<number> {
    const { epoch, head = 0 } = await this.#pages({ type: 'since', epoch: 'unknown', since: 0 });
    return (await this.#pages({ type: 'since', epoch, since: head - missed })).events;
  }

  /** Asks the hub in the name of who sits here, and waits for all pages. */
  ask(query: Loose): Promise<unknown> {
    return this.#pages({ session: this.#session, ...query });
  }

  close(): Promise<void> {
    return this.#client.endAsync(true);
  }

  #pages(parts: Loose): Promise<{ events: number; epoch: string | undefined; head: number | undefined }> {
    const query = v7();
    let events = 0;
    return new Promise((resolve) => {
      this.#waiting.set(query, (page) => {
        events += page.events?.length ?? 0;
        if (page.more) return;
        this.#waiting.delete(query);
        resolve({ events, epoch: page.epoch, head: page.head });
      });
      this.#client.publish(`room/v1/query/${this.id}`, JSON.stringify({ v: 1, query, ...parts }), { qos: 1 });
    });
  }

  #ask(parts: Loose): Promise<Reply> {
    const cmd = v7();
    return new Promise((resolve) => {
      this.#waiting.set(cmd, (reply) => {
        this.#waiting.delete(cmd);
        resolve(reply);
      });
      const command = { v: 1, cmd, madeAt: instant(Date.now()), ...parts };
      this.#client.publish(`room/v1/cmd/${this.id}`, JSON.stringify(command), { qos: 1 });
    });
  }
}
