import { Lane } from './lane.ts';

/** Work for many seats: a few at a time in all, one at a time for each, which keeps nobody else out. */
export class Turns {
  readonly #all: Lane;
  readonly #mostWaiting: number;
  readonly #own = new Map<string, Lane>();

  /**
   * @param atOnce in all
   * @param mostWaiting of one seat, beside what is being done for it
   */
  constructor(atOnce: number, mostWaiting: number) {
    this.#all = new Lane(atOnce);
    this.#mostWaiting = mostWaiting;
  }

  /** @returns false where so much of that seat waits already: then it is not done */
  take(seat: string, work: () => Promise<void>): boolean {
    const own = this.#own.get(seat) ?? new Lane(1);
    if (own.waiting >= this.#mostWaiting) return false;
    this.#own.set(seat, own);
    void own
      .run(() => this.#all.run(work))
      .finally(() => {
        if (own.idle) this.#own.delete(seat);
      });
    return true;
  }
}
