import type { TileAddress } from '../../shared/geo/tile.ts';

/** Those that somebody looked at longest ago are looked at again another time. */
const MOST = 500;

/** Has tiles that are no longer fresh looked at again, one after the other and no faster than was said. */
export class Refresh {
  readonly #fetch: (address: TileAddress) => Promise<unknown>;
  readonly #gapMs: number;
  readonly #waiting = new Map<string, TileAddress>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(fetch: (address: TileAddress) => Promise<unknown>, perSecond: number) {
    this.#fetch = fetch;
    this.#gapMs = 1_000 / perSecond;
  }

  ask(address: TileAddress): void {
    const name = `${address.z}/${address.x}/${address.y}`;
    this.#waiting.delete(name);
    this.#waiting.set(name, address);
    const [first] = this.#waiting.keys();
    if (this.#waiting.size > MOST && first !== undefined) this.#waiting.delete(first);
    this.#timer ??= setTimeout(() => void this.#run(), 0);
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting.clear();
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    const [next] = this.#waiting;
    if (next !== undefined) {
      this.#waiting.delete(next[0]);
      await this.#fetch(next[1]);
    }
    if (this.#isClosed) return;
    this.#timer = this.#waiting.size === 0 ? undefined : setTimeout(() => void this.#run(), this.#gapMs);
  }
}
