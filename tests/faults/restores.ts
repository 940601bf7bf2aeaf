import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Who has told of which restored store. A seat must tell of the last one if it has run ever since: who was killed may
 * have told nobody any more, and of one that another took the place of, nobody may have heard.
 */
export class Restores {
  readonly #told = new Map<string, Set<string>>();
  #running = new Set<string>();
  #epoch: string | undefined;

  /** Another store takes the place of the one that was, while these run. */
  begun(seats: readonly { readonly seat: string }[]): void {
    this.#running = new Set(seats.map(({ seat }) => seat));
    this.#epoch = undefined;
  }

  /** Its hub has started, and calls it so. */
  is(epoch: string): void {
    this.#epoch = epoch;
  }

  excuse(seats: readonly { readonly seat: string }[]): void {
    for (const { seat } of seats) this.#running.delete(seat);
  }

  /** @param epoch of the store that it had read when it said so */
  said(seat: string, epoch: string): void {
    const told = this.#told.get(seat) ?? new Set();
    this.#told.set(seat, told.add(epoch));
  }

  unsaid(): readonly string[] {
    const epoch = this.#epoch;
    if (epoch === undefined) return [];
    return [...this.#running].filter((seat) => this.#told.get(seat)?.has(epoch) !== true);
  }
}

/** Epoch of the hub's store, as a seat last knew it on its disk. */
export function epochOf(seatFolder: string): string {
  const db = new DatabaseSync(join(seatFolder, 'desk.db'), { readOnly: true, timeout: 5_000 });
  try {
    return String(db.prepare("SELECT value FROM meta WHERE key = 'epoch'").get()?.value);
  } finally {
    db.close();
  }
}
