import { join } from 'node:path';
import { Soon } from '../../node/soon.ts';
import { USUAL_LIMITS } from '../../shared/attachment/limits.ts';
import type { Sha256 } from '../../shared/attachment/model.ts';
import type { FileAdd, FileAdded, FileOpen, FileOpened, FilesHere } from '../../shared/ipc/files.ts';
import type { RoomData } from '../data/room-data.ts';
import type { TicketDesk } from '../desk/ticket-desk.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Push } from '../port/port.ts';
import { addFile } from './add.ts';
import { FileSender } from './file-sender.ts';
import { FileStore } from './file-store.ts';
import { type OpenOptions, openFile } from './open.ts';
import { PiecesLine } from './pieces-line.ts';

/** Windows are told of progress some times a second. */
const TELL_MS = 250;
const TIDY_MS = 3_600_000;

export interface FilesOptions extends Omit<OpenOptions, 'store' | 'line'> {
  /** folder of this seat's databases */
  readonly folder: string;
  readonly letters: Pick<Correspondence, 'ask'>;
  readonly desk: Pick<TicketDesk, 'act' | 'expected' | 'snapshot'>;
  /** says what the room lets in */
  readonly data: Pick<RoomData, 'get'>;
  readonly push: Push;
  readonly random: () => number;
}

/** All of this seat that has to do with files of tickets: what is here, what is on its way, what is opened. */
export class Files {
  readonly #on: FilesOptions;
  readonly #line: PiecesLine;
  readonly #store: FileStore;
  readonly #sender: FileSender;
  readonly #timer: NodeJS.Timeout;
  readonly #tell = new Soon(() => this.#on.push('files.here', this.view()), { gapMs: TELL_MS });

  constructor(options: FilesOptions) {
    this.#on = options;
    this.#line = new PiecesLine(options.letters);
    this.#store = new FileStore(join(options.folder, 'files'), () => this.#tell.ask());
    this.#sender = new FileSender({
      store: this.#store,
      line: this.#line,
      wanted: (sha256) => this.#referred().has(sha256),
      onProgress: () => this.#tell.ask(),
      random: options.random,
    });
    this.#timer = setInterval(() => void this.#tidy(), TIDY_MS);
  }

  view(): FilesHere {
    const outgoing = [...this.#store.outgoing()].map(([sha256, size]) => ({
      sha256,
      size,
      sent: this.#sender.sent(sha256),
    }));
    return { outgoing, here: [...this.#store.here()] };
  }

  async add(wish: FileAdd): Promise<FileAdded> {
    const { desk, data } = this.#on;
    const answer = await addFile(wish, {
      store: this.#store,
      limits: () => data.get('attachments', 'room') ?? USUAL_LIMITS,
      expected: (ticket) => desk.expected(ticket),
      act: (act) => desk.act(act),
    });
    this.#sender.wake();
    return answer;
  }

  open(wish: FileOpen): Promise<FileOpened> {
    return openFile(wish, { ...this.#on, store: this.#store, line: this.#line });
  }

  /** The hub knows this seat's sessions: what it has not got can go, also what it had and has lost. */
  async hubUp(): Promise<void> {
    for (const [sha256, isHeld] of this.#referred())
      if (!isHeld && this.#store.isCached(sha256) && !this.#sender.isSpurned(sha256))
        await this.#store.bringAgain(sha256);
    await this.#tidy();
    if (this.#on.hubUp()) this.#sender.resume();
  }

  hubLost(): void {
    this.#sender.pause();
  }

  /** What tells of people stays on a seat no longer than the tickets that it belongs to. */
  async #tidy(): Promise<void> {
    await this.#store.keepOnly(new Set(this.#referred().keys()));
  }

  close(): void {
    clearInterval(this.#timer);
    this.#sender.pause();
    this.#tell.close();
  }

  /** Files that tickets here refer to or will, and whether the hub has said to have each. */
  #referred(): ReadonlyMap<Sha256, boolean> {
    const { tickets, outbox } = this.#on.desk.snapshot();
    const attached = tickets.flatMap(({ attachments = [] }) => attachments);
    const meant = outbox.filter(({ op }) => op === 'ticket.attach').map(({ args }) => args.sha256 as Sha256);
    return new Map([
      ...meant.map((sha256) => [sha256, false] as const),
      ...attached.map(({ sha256, heldAt }) => [sha256, heldAt !== undefined] as const),
    ]);
  }
}
