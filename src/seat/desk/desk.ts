import { v7 as uuid } from 'uuid';
import type { Ticket } from '../../shared/ticket/model.ts';
import { TicketEvent } from '../../shared/ticket/model.ts';
import { Head } from '../../shared/wire/presence.ts';
import type { QueryPage } from '../../shared/wire/query.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Room } from '../link/room.ts';
import type { TicketStore } from './ticket-store.ts';

const QUERY_TIMEOUT_MS = 10_000;
/** Events heard ahead of a gap; beyond this a query brings them anyway. */
const MAX_AHEAD = 10_000;

export interface DeskNews {
  readonly upserts: readonly Ticket[];
  readonly removed: readonly string[];
}

export interface DeskOptions {
  readonly room: Room;
  readonly letters: Correspondence;
  readonly store: TicketStore;
  readonly onNews: (news: DeskNews) => void;
  /** a head was heard: the hub lives, and this is how far it is */
  readonly onHead: (head: Head) => void;
  readonly now: () => number;
}

/**
 * Keeps this seat's tickets equal to the hub's: applies events in order of their sequence, asks for what is
 * missing, takes a snapshot where the epoch is another (a restored or new store).
 */
export class Desk {
  readonly #on: DeskOptions;
  readonly #ahead = new Map<number, TicketEvent>();
  readonly #unlisten: readonly (() => void)[];
  #epoch: string | undefined;
  #lastSeq: number;
  #asking = false;
  #askAgain = false;
  #closed = false;

  constructor(options: DeskOptions) {
    this.#on = options;
    ({ epoch: this.#epoch, lastSeq: this.#lastSeq } = options.store.standing());
    this.#unlisten = [
      options.room.listen(topics.event(), 1, (topic, payload) => this.#hearEvent(topic, payload)),
      options.room.listen(topics.head(), 0, (topic, payload) => this.#hearHead(topic, payload)),
    ];
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  close(): void {
    this.#closed = true;
    for (const unlisten of this.#unlisten) unlisten();
  }

  #now = (): Instant => instant(this.#on.now());

  #hearEvent(topic: string, payload: unknown): void {
    const event = this.#on.room.parse(topic, TicketEvent, payload);
    if (event === undefined) return;
    if (event.epoch !== this.#epoch) return void this.#catchUp();
    if (event.seq <= this.#lastSeq) return;
    if (this.#ahead.size < MAX_AHEAD) this.#ahead.set(event.seq, event);
    this.#applyWhatFollows();
    if (this.#ahead.size > 0) void this.#catchUp();
  }

  #hearHead(topic: string, payload: unknown): void {
    const head = this.#on.room.parse(topic, Head, payload);
    if (head === undefined) return;
    this.#on.onHead(head);
    if (head.epoch !== this.#epoch || head.seq !== this.#lastSeq) void this.#catchUp();
    else this.#on.store.confirm(this.#now());
  }

  #applyWhatFollows(): void {
    const run: TicketEvent[] = [];
    for (let seq = this.#lastSeq + 1; this.#ahead.has(seq); seq++) run.push(this.#ahead.get(seq)!);
    if (run.length > 0) this.#append(run);
  }

  #append(events: readonly TicketEvent[]): void {
    const upserts = this.#on.store.append(events, this.#now());
    this.#lastSeq = events.at(-1)!.seq;
    for (const seq of this.#ahead.keys()) if (seq <= this.#lastSeq) this.#ahead.delete(seq);
    this.#on.onNews({ upserts, removed: [] });
  }

  /** One question at a time; what is noticed meanwhile makes another afterwards. */
  async #catchUp(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    try {
      do {
        this.#askAgain = false;
        if (this.#epoch === undefined || !(await this.#since(this.#epoch))) await this.#snapshot();
      } while (this.#askAgain && !this.#closed);
    } finally {
      this.#asking = false;
    }
  }

  /** @returns false where only a snapshot helps */
  async #since(epoch: string): Promise<boolean> {
    const query = { v: 1, query: uuid(), type: 'since', epoch, since: this.#lastSeq };
    const pages = await this.#on.letters.query(query, QUERY_TIMEOUT_MS);
    if (this.#closed || pages === undefined) return true; // no answer: the next head asks again
    const first = pages[0];
    if (first?.code === 'STALE_EPOCH') return false;
    for (const page of pages) {
      if (page.type !== 'since' || !page.ok) return true;
      const next = page.events.filter(({ seq }) => seq > this.#lastSeq);
      if (next.length === 0) continue;
      if (next[0]!.seq !== this.#lastSeq + 1) return false;
      this.#append(next);
    }
    this.#applyWhatFollows();
    return true;
  }

  async #snapshot(): Promise<void> {
    const pages = await this.#on.letters.query(
      { v: 1, query: uuid(), type: 'snapshot' } as never,
      QUERY_TIMEOUT_MS,
    );
    if (this.#closed || pages === undefined || pages.some((page) => page.type !== 'snapshot' || !page.ok))
      return;
    const whole = pages as readonly Extract<QueryPage, { type: 'snapshot' }>[];
    const first = whole[0]!;
    this.#epoch = first.epoch;
    this.#lastSeq = first.head;
    this.#ahead.clear();
    const news = this.#on.store.replace(
      whole.flatMap(({ tickets }) => tickets),
      whole.flatMap(({ events }) => events),
      { epoch: first.epoch, lastSeq: first.head, asOf: this.#now() },
    );
    this.#on.onNews(news);
  }
}
