import { basename } from 'node:path';
import { asStorageError } from '../../node/sqlite/errors.ts';
import type { Database } from '../../node/sqlite/open.ts';
import type { Alerts } from '../alerts.ts';
import { probe } from './probe.ts';
import { alertKind, fileOf, type Refused, wordsOf } from './refused.ts';

/**
 * Writing to one of the seat's files when the disk may be full, read-only or failing: what it refuses is an alert,
 * not the end. A file found damaged is the end: the engine starts anew and sets it aside.
 */
export class Disk {
  readonly #db: Database;
  readonly #alerts: Alerts;
  readonly #file: string;
  readonly #fromStart: Refused | undefined;
  #refused: boolean;

  /** @param refused the file could not be opened for writing: said at once, and for as long as this engine lives */
  constructor(db: Database, alerts: Alerts, refused?: Refused) {
    this.#db = db;
    this.#alerts = alerts;
    this.#fromStart = refused;
    this.#refused = refused !== undefined;
    this.#file = refused === undefined ? basename(db.name) : fileOf(refused);
    if (refused !== undefined) this.#alerts.raise(alertKind(refused.error), wordsOf(refused), this.#id);
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
    if (trouble === undefined) throw error;
    if (trouble.kind === 'damaged') throw trouble;
    this.#refused = true;
    // The copy that is worked on is read-only; why there is only a copy has been said.
    if (this.#fromStart === undefined) this.#alerts.raise(alertKind(trouble), trouble.message, this.#id);
  }

  /**
   * After a refusal: tries whether as much as usual can be written again, and then clears the alert.
   * @param missed writes what was refused meanwhile: there must be room for that, too
   */
  probe(missed: () => void = () => {}): void {
    if (!this.#refused || this.#fromStart !== undefined) return;
    const isWritten = this.attempt(() => {
      probe(this.#db);
      missed();
    });
    if (!isWritten) return;
    this.#refused = false;
    this.#alerts.clear(this.#id);
  }

  get #id(): string {
    return `disk:${this.#file}`;
  }
}
