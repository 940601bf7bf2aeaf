import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { v7 } from 'uuid';
import { applyEvent } from '../../src/shared/ticket/apply.ts';
import { type Ticket, TicketEvent } from '../../src/shared/ticket/model.ts';
import type { Command } from '../../src/shared/wire/command.ts';
import { LampHistoryPage } from '../../src/shared/wire/lamp-history.ts';
import { QueryPage } from '../../src/shared/wire/query.ts';
import { CommandReply, type SessionState } from '../../src/shared/wire/reply.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { until } from './until.ts';

type Loose = Record<string, unknown>;

/** A client that is none of ours plays a seat: plain mqtt.js, the contract and nothing else. */
export class ForeignSeat {
  readonly id: string;
  readonly client: MqttClient;
  readonly events = new Map<number, TicketEvent>();
  readonly replies: CommandReply[] = [];
  readonly pages: QueryPage[] = [];
  readonly past: LampHistoryPage[] = [];
  readonly strays: string[] = [];
  session: SessionState | undefined;

  private constructor(id: string, client: MqttClient) {
    this.id = id;
    this.client = client;
    client.on('message', (topic, payload) => this.#take(topic, payload.toString()));
  }

  static async connect(url: string, id: string, password: string | undefined, more: IClientOptions = {}) {
    const client = await connectAsync(url, {
      protocolVersion: 5,
      clientId: id,
      clean: true,
      reconnectPeriod: 50,
      ...(password === undefined ? {} : { username: id, password }),
      ...more,
    });
    const seat = new ForeignSeat(id, client);
    await client.subscribeAsync([`room/v1/rsp/${id}`, 'room/v1/evt'], { qos: 1 });
    return seat;
  }

  async signIn(person: string): Promise<SessionState> {
    const reply = await this.command({ op: 'session.open', args: { session: v7(), person, proof: '' } });
    if (reply.session === undefined) throw new Error(`no session: ${JSON.stringify(reply)}`);
    this.session = reply.session;
    return reply.session;
  }

  /** A whole command out of its own parts. */
  make(parts: Loose): Loose & { cmd: string } {
    const session = this.session === undefined ? {} : { session: this.session.session };
    return { v: 1, cmd: v7(), madeAt: instant(Date.now()), ...session, ...parts };
  }

  on(op: Command['op'], ticket: string, exp: number, args: Loose = {}) {
    return this.make({ op, target: { type: 'ticket', id: ticket }, exp, args });
  }

  /** Sends once and waits for the reply. */
  async command(parts: Loose, deadlineMs = 10_000): Promise<CommandReply> {
    const command = 'cmd' in parts ? (parts as Loose & { cmd: string }) : this.make(parts);
    const from = this.replies.length;
    await this.publish(`room/v1/cmd/${this.id}`, JSON.stringify(command));
    return this.replyTo(command.cmd, from, deadlineMs);
  }

  /** Sends until somebody answers, as a seat's outbox does. */
  async insist(command: Loose & { cmd: string }, everyMs = 400): Promise<CommandReply> {
    for (;;) {
      const from = this.replies.length;
      await this.publish(`room/v1/cmd/${this.id}`, JSON.stringify(command)).catch(() => {});
      const reply = await this.replyTo(command.cmd, from, everyMs).catch(() => undefined);
      if (reply !== undefined && reply.code !== 'RETRY') return reply;
    }
  }

  replyTo(cmd: string, from = 0, deadlineMs = 10_000): Promise<CommandReply> {
    return until(
      `${this.id}: a reply to ${cmd}`,
      () => this.replies.slice(from).find((r) => r.cmd === cmd),
      deadlineMs,
    );
  }

  async publish(topic: string, payload: string | Buffer): Promise<void> {
    await this.client.publishAsync(topic, payload, { qos: 1 });
  }

  async query(parts: Loose): Promise<readonly QueryPage[]> {
    const query = v7();
    await this.publish(`room/v1/query/${this.id}`, JSON.stringify({ v: 1, query, ...parts }));
    return until(`${this.id}: all pages`, () => {
      const mine = this.pages.filter((page) => page.query === query);
      return mine.at(-1)?.more === false ? mine : undefined;
    });
  }

  /** Asks how lamps were. @param from,to ms since the epoch */
  async lampHistory(from: number, to: number): Promise<readonly LampHistoryPage[]> {
    const query = v7();
    const range = { from: instant(from), to: instant(to), session: this.session?.session };
    const wish = { v: 1, query, type: 'lampHistory', ...range };
    await this.publish(`room/v1/query/${this.id}`, JSON.stringify(wish));
    return until(`${this.id}: all pages of the past`, () => {
      const mine = this.past.filter((page) => page.query === query);
      return mine.at(-1)?.more === false ? mine : undefined;
    });
  }

  /** The hub's own word on its tickets. */
  async snapshot(): Promise<readonly Ticket[]> {
    const pages = await this.query({ type: 'snapshot' });
    return pages.flatMap((page) => (page.type === 'snapshot' ? page.tickets : []));
  }

  /** Sequences from the first one seen to the last, without a hole? */
  get lastSeq(): number {
    return Math.max(0, ...this.events.keys());
  }

  /** The tickets as the events make them. */
  tickets(): ReadonlyMap<string, Ticket> {
    const made = new Map<string, Ticket>();
    for (const event of [...this.events.values()].sort((a, b) => a.seq - b.seq))
      made.set(event.target.id, applyEvent(made.get(event.target.id), event));
    return made;
  }

  close(): Promise<void> {
    return this.client.endAsync(true);
  }

  #take(topic: string, text: string): void {
    if (topic === 'room/v1/evt') {
      const event = TicketEvent.parse(JSON.parse(text));
      this.events.set(event.seq, event);
      return;
    }
    if (topic !== `room/v1/rsp/${this.id}`) return;
    const value = JSON.parse(text) as Loose;
    if (value.type === 'lampHistory') this.past.push(LampHistoryPage.parse(value));
    else if ('query' in value) this.pages.push(QueryPage.parse(value));
    else if ('cmd' in value) this.replies.push(CommandReply.parse(value));
    else this.strays.push(text);
  }
}

let made = 0;
/** A draft of a ticket for tests. */
export const draft = (more: Loose = {}): Loose => ({
  title: `Lampe éteinte ${++made}`,
  kind: 'lampFault',
  service: 'lighting',
  priority: 3,
  place: { label: '41, rue de la Liberté', position: [5.0395, 47.3215] },
  ...more,
});
