import { v7 as uuid } from 'uuid';
import { instant } from '../../shared/wire/time.ts';
import type { Disk } from '../disk/disk.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Kept, OutboxStore } from './outbox-store.ts';

const REPLY_TIMEOUT_MS = 5_000;

interface LeavingsOptions {
  readonly outbox: OutboxStore;
  readonly disk: Disk;
  readonly letters: Correspondence;
  /** who sits here now, by id */
  readonly person: () => string | undefined;
  readonly onChange: () => void;
  readonly now: () => number;
}

/**
 * What was refused here, or held back, to somebody who sits here no more: nobody here can decide it for them. It is left
 * to the supervisors, and stands here until the hub has said that they have it.
 */
export class Leavings {
  readonly #on: LeavingsOptions;
  #ready = false;
  #running = false;

  constructor(options: LeavingsOptions) {
    this.#on = options;
  }

  /** The hub can be spoken to, and knows this seat's sessions. */
  resume(): void {
    this.#ready = true;
    this.look();
  }

  pause(): void {
    this.#ready = false;
  }

  /** Somebody has come or gone, something was refused, or it is time to try again. */
  look(): void {
    if (!this.#running) void this.#leaveAll();
  }

  async #leaveAll(): Promise<void> {
    this.#running = true;
    try {
      for (let next = this.#next(); next !== undefined; next = this.#next())
        if (!(await this.#leave(next))) return;
    } finally {
      this.#running = false;
    }
  }

  #next(): Kept | undefined {
    if (!this.#ready) return undefined;
    const here = this.#on.person();
    return this.#on.outbox
      .all()
      .find(({ state, person }) => (state === 'refused' || state === 'held') && person !== here);
  }

  /** @returns false where it is to be tried again later */
  async #leave({ command, person, state, reply }: Kept): Promise<boolean> {
    const { outbox, disk, letters, onChange, now } = this.#on;
    const cmd = uuid();
    const { op, target, args, motive, madeAt } = command;
    const row = {
      person,
      cmd: command.cmd,
      op,
      target,
      args,
      madeAt,
      state,
      ...(motive === undefined ? {} : { motive }),
      ...(reply === undefined ? {} : { code: reply.code }),
      ...(reply?.field === undefined ? {} : { field: reply.field }),
    };
    const letter = { v: 1, cmd, op: 'refusal.leave', args: row, madeAt: instant(now()) };
    const answer = await letters.ask('command', cmd, letter, REPLY_TIMEOUT_MS);
    const left = answer !== undefined && 'cmd' in answer && answer.ok;
    if (!left || !disk.attempt(() => outbox.dismiss(command.cmd))) return false;
    onChange();
    return true;
  }
}
