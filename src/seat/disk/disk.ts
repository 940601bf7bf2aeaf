import { basename } from 'node:path';
import { asStorageError } from '../../node/sqlite/errors.ts';
import type { Database } from '../../node/sqlite/open.ts';
import type { Alerts } from '../alerts.ts';

/** As much as a page of events takes: where this can be written, work goes on. */
const PROBE_BYTES = 64 * 1024;

/**
 * Writing to one of the seat's files when the disk may be full, read-only or failing: what it refuses is an alert,
 * not the end. A file found damaged is the end: the engine starts anew and sets it aside.
 */
export class Disk {
  readonly #db: Database;
  readonly #alerts: Alerts;
  readonly #file: string;
  #refused = false;

  constructor(db: Database, alerts: Alerts) {
    this.#db = db;
    this.#alerts = alerts;
    this.#file = basename(db.name);
  }

  /** Whether the last that was to be written was refused. */
  get refused(): boolean {
    return this.#refused;
  }

  /**
   * Runs a write that is one transaction.
   * @returns false where the disk refused it: then nothing has changed, and the alert is raised
   */
  attempt(write: () => void): boolean {
    try {
      write();
      return true;
    } catch (error) {
      this.report(error);
      return false;
    }
  }

  /** Raises the alert for what the disk answered. @throws the error where it is not the disk's, or the file is damaged */
  report(error: unknown): void {
    const trouble = asStorageError(error, this.#file);
    if (trouble === undefined || trouble.kind === 'damaged') throw error;
    this.#refused = true;
    this.#alerts.raise(trouble.kind === 'read-only' ? 'read-only' : 'disk-full', trouble.message, this.#id);
  }

  /** After a refusal: tries whether as much as usual can be written again, and then clears the alert. */
  probe(): void {
    if (!this.#refused) return;
    const written = this.attempt(() => {
      this.#db.exec('DROP TABLE IF EXISTS probe');
      this.#db.exec(`CREATE TABLE probe AS SELECT zeroblob(${PROBE_BYTES}) AS bytes`);
      this.#db.exec('DROP TABLE probe');
    });
    if (!written) return;
    this.#refused = false;
    this.#alerts.clear(this.#id);
  }

  get #id(): string {
    return `disk:${this.#file}`;
  }
}
