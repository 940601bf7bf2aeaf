import { z } from 'zod';
import { BlobReply } from '../../shared/wire/blob.ts';
import { EnergyPage, type EnergyQuery } from '../../shared/wire/energy.ts';
import { JournalAck } from '../../shared/wire/journal.ts';
import { LampHistoryPage, type LampHistoryQuery } from '../../shared/wire/lamp-history.ts';
import { PastDeskPage, type PastDeskQuery } from '../../shared/wire/past-desk.ts';
import { type Query, QueryPage } from '../../shared/wire/query.ts';
import { CommandReply } from '../../shared/wire/reply.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { Room } from './room.ts';

const [Since, Snapshot, Search, Recall] = QueryPage.options;
const rows = z.array(z.unknown());
/** A page whose rows are not read yet: one that can't be must not cost the others. */
const Page = z.discriminatedUnion('type', [
  Since.extend({ events: rows }),
  Snapshot.extend({ events: rows, tickets: rows }),
  Search.extend({ events: rows, tickets: rows }),
  Recall.extend({ events: rows, tickets: rows }),
]);
export type Page = z.infer<typeof Page>;
const AnyPage = z.discriminatedUnion('type', [...Page.options, LampHistoryPage, EnergyPage, PastDeskPage]);

type AnyPage = z.infer<typeof AnyPage>;
/** What a person asks of the hub, and of what comes back each page. */
export interface Asked {
  readonly lampHistory: { readonly query: LampHistoryQuery; readonly page: LampHistoryPage };
  readonly energy: { readonly query: EnergyQuery; readonly page: EnergyPage };
  readonly pastDesk: { readonly query: PastDeskQuery; readonly page: PastDeskPage };
}
type Answer = CommandReply | AnyPage | JournalAck | BlobReply;
/** Where letters go that one answer settles. */
const TOPICS = { command: topics.command, journal: topics.journal, blob: topics.blob } as const;
type Waiter = (answer: Answer) => void;

/**
 * Letters to the hub and what came back, matched by id: the reply to a command, the pages of a query.
 * A reply nobody waits for (a command of before a restart) goes to `onStray`.
 */
export class Correspondence {
  readonly #room: Room;
  readonly #waiting = new Map<string, Waiter>();
  /** ends the wait for pages */
  readonly #givingUp = new Set<() => void>();
  readonly #onStray: (reply: CommandReply) => void;
  readonly close: () => void;

  constructor(room: Room, onStray: (reply: CommandReply) => void) {
    this.#room = room;
    this.#onStray = onStray;
    this.close = room.listen(topics.reply(room.seat), 1, (_topic, payload) => this.#take(payload));
  }

  /**
   * Sends one letter and waits for one answer.
   * @returns undefined where the broker did not take it or nobody answered in time
   */
  async ask(
    kind: keyof typeof TOPICS,
    id: string,
    letter: object,
    timeoutMs: number,
  ): Promise<Exclude<Answer, AnyPage> | undefined> {
    const waiting = Promise.withResolvers<Answer | undefined>();
    const timer = setTimeout(() => waiting.resolve(undefined), timeoutMs);
    const forget = this.#await(id, waiting.resolve);
    try {
      const topic = TOPICS[kind](this.#room.seat);
      const sent = await this.#room.send(topic, letter, Math.ceil(timeoutMs / 1_000));
      const answer = sent ? await waiting.promise : undefined;
      return answer !== undefined && !('query' in answer) ? answer : undefined;
    } finally {
      clearTimeout(timer);
      forget();
    }
  }

  /** Who was asked has gone: the pages that are waited for come from nobody. Commands are sent again by who keeps them. */
  hubLost(): void {
    for (const giveUp of this.#givingUp) giveUp();
  }

  /**
   * Sends a query and gathers its pages, in order.
   * @returns undefined where no page came within `timeoutMs` of the one before, one was missing, or the hub was lost
   */
  async query(query: { readonly query: string } & Omit<Query, 'query'>, timeoutMs: number) {
    const pages = await this.#pages(query, timeoutMs);
    return pages?.flatMap((page) => ('events' in page ? page : []));
  }

  /** The same, of a question that is answered in pages of its own type. */
  async pages<T extends keyof Asked>(
    query: Asked[T]['query'],
    timeoutMs: number,
  ): Promise<readonly Asked[T]['page'][] | undefined> {
    const pages = await this.#pages(query, timeoutMs);
    return pages?.filter((page): page is Asked[T]['page'] => page.type === query.type);
  }

  async #pages(
    query: { readonly query: string },
    timeoutMs: number,
  ): Promise<readonly AnyPage[] | undefined> {
    const pages: AnyPage[] = [];
    const done = Promise.withResolvers<boolean>();
    const giveUp = () => done.resolve(false);
    let timer = setTimeout(giveUp, timeoutMs);
    this.#givingUp.add(giveUp);
    const forget = this.#await(query.query, (answer) => {
      if (!('query' in answer) || answer.page < pages.length) return; // delivered twice
      if (answer.page > pages.length) return giveUp();
      clearTimeout(timer);
      pages.push(answer);
      if (!answer.more) return done.resolve(true);
      timer = setTimeout(giveUp, timeoutMs);
    });
    try {
      if (!(await this.#room.send(topics.query(this.#room.seat), query, Math.ceil(timeoutMs / 1_000))))
        return undefined;
      return (await done.promise) ? pages : undefined;
    } finally {
      clearTimeout(timer);
      this.#givingUp.delete(giveUp);
      forget();
    }
  }

  /** @returns forgets it, unless the same letter has been sent again meanwhile */
  #await(id: string, waiter: Waiter): () => void {
    this.#waiting.set(id, waiter);
    return () => {
      if (this.#waiting.get(id) === waiter) this.#waiting.delete(id);
    };
  }

  #take(payload: unknown): void {
    const parsed = this.#parse(payload);
    if (parsed === undefined) return;
    const [id, answer] = parsed;
    const waiter = this.#waiting.get(id);
    if (waiter !== undefined) waiter(answer);
    else if ('cmd' in answer) this.#onStray(answer);
  }

  #parse(payload: unknown): readonly [string, Answer] | undefined {
    const has = (key: string) => typeof payload === 'object' && payload !== null && key in payload;
    const topic = topics.reply(this.#room.seat);
    const read = <S extends z.ZodType<Answer>>(schema: S) => this.#room.parse(topic, schema, payload);
    if (has('query')) {
      const page = read(AnyPage);
      return page && [page.query, page];
    }
    if (has('upload')) {
      const ack = read(JournalAck);
      return ack && [ack.upload, ack];
    }
    if (has('blob')) {
      const piece = read(BlobReply);
      return piece && [piece.blob, piece];
    }
    const reply = read(CommandReply);
    return reply && [reply.cmd, reply];
  }
}
