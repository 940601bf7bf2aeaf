import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, extname } from 'node:path';

export interface LogFileOptions {
  /** bytes at which it is begun anew */
  readonly limit?: number;
  /** ms since the epoch */
  readonly now?: () => number;
}

const LIMIT = 10 * 1024 * 1024;
/** After a failure the disk is left alone for so long. */
const PAUSE_MS = 30_000;

/**
 * A log that somebody can send to support: a file of limited size with one previous beside it (`vigie.previous.log`).
 * It never throws: what can't be written is counted, and said in the file once that works again. Lines are few, so
 * each is on disk before the next thing happens; the file is not held open, so that it can be moved on Windows too.
 */
export class LogFile {
  readonly #path: string;
  readonly #limit: number;
  readonly #now: () => number;
  #size: number | undefined;
  #lost = 0;
  #notBefore = 0;

  constructor(path: string, { limit = LIMIT, now = Date.now }: LogFileOptions = {}) {
    this.#path = path;
    this.#limit = limit;
    this.#now = now;
  }

  /** @param line with its line end */
  readonly write = (line: string): void => {
    if (this.#lost > 0 && this.#now() < this.#notBefore) {
      this.#lost += 1;
      return;
    }
    try {
      this.#append(this.#lost === 0 ? line : `${this.#lost} lines could not be written here\n${line}`);
      this.#lost = 0;
    } catch {
      this.#lost += 1;
      this.#notBefore = this.#now() + PAUSE_MS;
      this.#size = undefined;
    }
  };

  #append(text: string): void {
    if (this.#size === undefined) {
      mkdirSync(dirname(this.#path), { recursive: true });
      this.#size = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    }
    const bytes = Buffer.byteLength(text);
    if (this.#size > 0 && this.#size + bytes > this.#limit) {
      this.#beginAnew();
      this.#size = 0;
    }
    appendFileSync(this.#path, text);
    this.#size += bytes;
  }

  #beginAnew(): void {
    const end = extname(this.#path);
    const previous = `${this.#path.slice(0, this.#path.length - end.length)}.previous${end}`;
    try {
      renameSync(this.#path, previous);
    } catch {
      // Somebody reads it (Windows): the limit holds all the same.
      rmSync(this.#path, { force: true });
    }
  }
}
