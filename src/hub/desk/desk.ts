import { StorageError } from '../../node/sqlite/errors.ts';
import type { SeatId } from '../../shared/ids.ts';
import type { Command } from '../../shared/wire/command.ts';
import type { CommandReply } from '../../shared/wire/reply.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Store } from '../store/store.ts';
import type { DeskContext } from './context.ts';
import { execute } from './execute.ts';
import { refusal } from './parse.ts';

interface Waiting {
  readonly seat: SeatId;
  readonly command: Command;
}

export interface DeskOptions {
  readonly store: Store;
  readonly context: DeskContext;
  /** ms since the epoch */
  readonly now: () => number;
  /** after the commit */
  readonly answer: (seat: SeatId, reply: CommandReply, op: Command['op']) => void;
  /** something has been committed that the relay may have to publish */
  readonly committed: () => void;
  /** a command failed that should not have; it is answered RETRY */
  readonly failed: (error: unknown, command?: Command) => void;
}

/** Commands of one transaction: a sync costs the same for one as for many. */
const BATCH = 200;

/**
 * Where commands of all seats stand in one line. What waits together is written together, in one transaction,
 * and each keeps its own outcome; replies leave after the commit.
 */
export class Desk {
  readonly #options: DeskOptions;
  readonly #queue: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  submit(seat: SeatId, command: Command): void {
    this.#queue.push({ seat, command });
    this.#running ??= this.#run();
  }

  /** Resolves when all that has been submitted is answered. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #run(): Promise<void> {
    // What arrives in the same turn of the loop joins the batch.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) await this.#batch(this.#queue.splice(0, BATCH));
    this.#running = undefined;
  }

  async #batch(batch: readonly Waiting[]): Promise<void> {
    try {
      this.#answerAll(batch, await this.#commit(batch));
    } catch (error) {
      if (error instanceof StorageError || batch.length === 1) this.#retryLater(batch, error);
      // One of them broke the transaction of all: alone, each has its own.
      else for (const one of batch) await this.#batch([one]);
    }
  }

  #commit(batch: readonly Waiting[]): Promise<readonly CommandReply[]> {
    const { store, context, now } = this.#options;
    return store.write(async (unit) => {
      const replies: CommandReply[] = [];
      for (const { seat, command } of batch)
        replies.push(await execute(unit, command, { seat, at: instant(now()) }, context));
      return replies;
    });
  }

  #answerAll(batch: readonly Waiting[], replies: readonly CommandReply[]): void {
    this.#options.committed();
    for (const [i, { seat, command }] of batch.entries()) {
      const reply = replies[i];
      if (reply !== undefined) this.#options.answer(seat, reply, command.op);
    }
  }

  #retryLater(batch: readonly Waiting[], error: unknown): void {
    this.#options.failed(error, batch.length === 1 ? batch[0]?.command : undefined);
    for (const { seat, command } of batch)
      this.#options.answer(seat, refusal(command.cmd, 'RETRY'), command.op);
  }
}
