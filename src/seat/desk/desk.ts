import { v7 as uuid } from 'uuid';
import type { Ticket } from '../../shared/ticket/model.ts';
import { Head } from '../../shared/wire/presence.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { Correspondence, Page } from '../link/correspondence.ts';
import type { Room } from '../link/room.ts';
import { type InSequence, readEvent, readEvents, readTickets } from './read-event.ts';
import type { TicketStore } from './ticket-store.ts';

const QUERY_TIMEOUT_MS = 10_000;
/** Events heard ahead of a gap; beyond this a query brings them anyway. */
const MAX_AHEAD = 10_000;

/**
 * Events that can't be read each want a snapshot, and a hub of a newer version may say many: no more than so many in
 * so long, for each is all tickets, and 75 seats ask.
 */
const SNAPSHOTS = 4;
const SNAPSHOTS_MS = 60_000;

export interface DeskNews {
  /** tickets that have changed, or of which one more event is known */
  readonly upserts: readonly Ticket[];
  readonly removed: readonly string[];
}

export interface DeskOptions {
  readonly room: Room;
  readonly letters: Correspondence;
  readonly store: TicketStore;
  readonly onNews: (news: DeskNews) => void;
  /** a head was heard: the hub lives, and this is how far it is; retained, it may be of long ago */
  readonly onHead: (head: Head, retained: boolean) => void;
  /** the hub's store is another than before: what it knew of this seat it may not know any more */
  readonly onNewEpoch: () => void;
  /** after that: all tickets have been read again, what is shown is what that store knows */
  readonly onReread: () => void;
  readonly now: () => number;
}

/**
 * Keeps this seat's tickets equal to the hub's: applies events in order of their sequence, asks for what is
 * missing, takes a snapshot where the epoch is another (a restored or new store) or events don't suffice.
 */
export class Desk {
  readonly #on: DeskOptions;
  readonly #ahead = new Map<number, InSequence>();
  readonly #unlisten: readonly (() => void)[];
  #headEpoch: string | undefined;
  #wantSnapshot = false;
  #asking = false;
  #askAgain = false;
  #closed = false;
  /** when the last snapshots came, oldest first, ms */
  #snapshotsAt: readonly number[] = [];
  #later: NodeJS.Timeout | undefined;

  constructor(options: DeskOptions) {
    this.#on = options;
    this.#headEpoch = options.store.standing().epoch;
    this.#unlisten = [
      options.room.listen(topics.event(), 1, (topic, payload) => this.#hearEvent(topic, payload)),
      options.room.listen(topics.head(), 0, (topic, payload, retained) =>
        this.#hearHead(topic, payload, retained),
      ),
    ];
  }

  get lastSeq(): number {
    return this.#on.store.standing().lastSeq;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#later);
    for (const unlisten of this.#unlisten) unlisten();
  }

  /** What is known may not be what the hub knows: takes a snapshot. */
  resync(): void {
    this.#wantSnapshot = true;
    void this.#catchUp();
  }

  get #epoch(): string | undefined {
    return this.#on.store.standing().epoch;
  }

  #now = (): Instant => instant(this.#on.now());

  #hearEvent(topic: string, payload: unknown): void {
    const heard = readEvent(this.#on.room, topic, payload);
    if (heard === undefined) return;
    if (heard.epoch !== this.#epoch) return void this.#catchUp();
    if (heard.seq <= this.lastSeq) return;
    if (this.#ahead.size < MAX_AHEAD) this.#ahead.set(heard.seq, heard);
    this.#applyWhatFollows();
    if (this.#ahead.size > 0) void this.#catchUp();
  }

  #hearHead(topic: string, payload: unknown, retained: boolean): void {
    const head = this.#on.room.parse(topic, Head, payload);
    if (head === undefined) return;
    this.#learn(head.epoch);
    this.#on.onHead(head, retained);
    this.#on.store.retry();
    if (head.epoch !== this.#epoch || head.seq !== this.lastSeq) void this.#catchUp();
    else if (!retained) this.#on.store.confirm(this.#now());
  }

  /** A head tells of the epoch, or the snapshot that an event of it brought: whichever is first. */
  #learn(epoch: string): void {
    const known = this.#headEpoch;
    this.#headEpoch = epoch;
    if (known !== undefined && known !== epoch) this.#on.onNewEpoch();
  }

  #applyWhatFollows(): void {
    const run: InSequence[] = [];
    for (let seq = this.lastSeq + 1; this.#ahead.has(seq); seq++) run.push(this.#ahead.get(seq)!);
    if (run.length > 0) this.#append(run);
  }

  #append(heard: readonly InSequence[]): void {
    const { about, partial } = this.#on.store.append(heard, this.#now());
    this.#forgetAhead();
    if (about.length > 0) this.#on.onNews({ upserts: about, removed: [] });
    if (partial || heard.some(({ unreadable }) => unreadable)) this.resync();
  }

  #forgetAhead(): void {
    for (const [seq, { epoch }] of this.#ahead)
      if (seq <= this.lastSeq || epoch !== this.#epoch) this.#ahead.delete(seq);
  }

  /** One question at a time; what is noticed meanwhile makes another afterwards. */
  async #catchUp(): Promise<void> {
    this.#askAgain = true;
    if (this.#asking) return;
    this.#asking = true;
    try {
      while (this.#askAgain && !this.#closed) {
        this.#askAgain = false;
        const snapshot = this.#wantSnapshot || this.#epoch === undefined || !(await this.#since(this.#epoch));
        if (snapshot && !this.#closed) await this.#snapshot();
      }
    } finally {
      this.#asking = false;
    }
  }

  /** @returns false where only a snapshot helps */
  async #since(epoch: string): Promise<boolean> {
    const query = { v: 1, query: uuid(), type: 'since', epoch, since: this.lastSeq } as const;
    const pages = await this.#on.letters.query(query, QUERY_TIMEOUT_MS);
    if (this.#closed || pages === undefined) return true; // no answer: the next head asks again
    if (pages[0]?.code === 'STALE_EPOCH') return false;
    for (const page of pages) {
      if (!page.ok) return true;
      const next = this.#eventsOf(page).filter(({ seq }) => seq > this.lastSeq);
      if (next.some(({ seq }, i) => seq !== this.lastSeq + 1 + i)) return false;
      if (next.length > 0) this.#append(next);
    }
    this.#applyWhatFollows();
    return true;
  }

  /** @returns ms until a snapshot may be asked for */
  #snapshotWait(): number {
    const now = this.#on.now();
    this.#snapshotsAt = this.#snapshotsAt.filter((at) => Math.abs(now - at) < SNAPSHOTS_MS);
    const [oldest = now] = this.#snapshotsAt;
    return this.#snapshotsAt.length < SNAPSHOTS ? 0 : Math.max(1, oldest + SNAPSHOTS_MS - now);
  }

  async #snapshot(): Promise<void> {
    const wait = this.#snapshotWait();
    if (wait > 0) {
      clearTimeout(this.#later);
      this.#later = setTimeout(() => this.resync(), wait);
      return;
    }
    const query = { v: 1, query: uuid(), type: 'snapshot' } as const;
    const pages = await this.#on.letters.query(query, QUERY_TIMEOUT_MS);
    const [first] = pages ?? [];
    if (this.#closed || pages === undefined || first === undefined || pages.some(({ ok }) => !ok)) return;
    this.#snapshotsAt = [...this.#snapshotsAt, this.#on.now()];
    const { epoch, head } = first;
    const tickets = pages.flatMap((page) => readTickets(this.#on.room, page));
    const events = pages.flatMap((page) => this.#eventsOf(page).flatMap(({ event }) => event ?? []));
    const before = this.#epoch;
    this.#learn(epoch);
    const removed = this.#on.store.replace(tickets, events, { epoch, lastSeq: head, asOf: this.#now() });
    this.#wantSnapshot = false;
    this.#forgetAhead();
    this.#on.onNews({ upserts: tickets, removed });
    if (before !== undefined && before !== epoch) this.#on.onReread();
    this.#applyWhatFollows();
  }

  #eventsOf(page: Page): readonly InSequence[] {
    return readEvents(this.#on.room, page);
  }
}
