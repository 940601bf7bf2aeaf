import type { Sha256 } from '../../shared/attachment/model.ts';
import { PIECE_BYTES } from '../../shared/attachment/pieces.ts';
import { backOff } from '../../shared/outbox/machine.ts';
import type { FileStore } from './file-store.ts';
import type { PiecesLine } from './pieces-line.ts';

export interface FileSenderOptions {
  readonly store: FileStore;
  readonly line: Pick<PiecesLine, 'ask'>;
  /** whether a ticket refers to it, as far as this seat knows, or will once the hub has answered a command */
  readonly wanted: (sha256: Sha256) => boolean;
  /** more of it has arrived */
  readonly onProgress: () => void;
  readonly random: () => number;
}

/** What came of bringing one file. */
type End = 'there' | 'unwanted' | 'later';

/**
 * Brings to the hub what it has not got, one file after the other, piece by piece: it says how far it is, so that
 * neither a lost answer, a dead link nor a killed engine begins a file anew. Only the hub's word ends it.
 */
export class FileSender {
  readonly #on: FileSenderOptions;
  readonly #sent = new Map<Sha256, number>();
  /** the room has said that these bytes are not what they are called: bringing them again would be of no use */
  readonly #spurned = new Set<Sha256>();
  #ready = false;
  #running = false;
  /** somebody has asked for it while it was running: what came since is not among what is being brought */
  #again = false;
  #tries = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: FileSenderOptions) {
    this.#on = options;
  }

  /** Bytes that the hub has said to have. */
  sent(sha256: Sha256): number {
    return this.#sent.get(sha256) ?? 0;
  }

  isSpurned(sha256: Sha256): boolean {
    return this.#spurned.has(sha256);
  }

  /** The hub can be spoken to. */
  resume(): void {
    this.#ready = true;
    this.wake();
  }

  pause(): void {
    this.#ready = false;
    clearTimeout(this.#timer);
  }

  /** There is more to bring, or what stood in the way is gone. */
  wake(): void {
    this.#tries = 0;
    this.#again = true;
    clearTimeout(this.#timer);
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      let isLeft = false;
      while (this.#ready && this.#again) {
        this.#again = false;
        isLeft = await this.#bringAll();
      }
      if (isLeft && this.#ready) {
        const later = backOff(this.#tries++, this.#on.random());
        this.#timer = setTimeout(() => {
          this.#again = true;
          void this.#run();
        }, later);
      }
    } finally {
      this.#running = false;
    }
  }

  /** @returns whether something is left to be brought later */
  async #bringAll(): Promise<boolean> {
    let isLeft = false;
    for (const [sha256, size] of [...this.#on.store.outgoing()]) {
      if (!this.#ready) return true;
      if ((await this.#bring(sha256, size)) === 'later') isLeft = true;
      else {
        this.#sent.delete(sha256);
        await this.#on.store.delivered(sha256);
      }
    }
    return isLeft;
  }

  async #bring(sha256: Sha256, size: number): Promise<End> {
    const { store, line, wanted, onProgress } = this.#on;
    // Asked before: a command that is answered meanwhile makes the file wanted at the hub, and is no longer here.
    const isWanted = wanted(sha256);
    let bytes: Uint8Array = new Uint8Array();
    let offset = 0;
    let anew = 0;
    while (this.#ready) {
      const reply = await line.ask({
        op: 'blob.put',
        sha256,
        size,
        offset,
        bytes: Buffer.from(bytes).toString('base64'),
      });
      if (reply === undefined) return 'later';
      if (reply.code === 'NOT_FOUND') return isWanted || wanted(sha256) ? 'later' : 'unwanted';
      // Its bytes are not what the room takes under that name: they stay here for who has them, and go nowhere.
      if (reply.code === 'INVALID' && reply.field !== 'sha256') {
        this.#spurned.add(sha256);
        return 'unwanted';
      }
      if (reply.code === 'INVALID' && ((await store.read(sha256)) === undefined || anew++ > 0))
        return 'later';
      offset = reply.have ?? 0;
      this.#sent.set(sha256, offset);
      onProgress();
      if (reply.code === 'OK' && offset >= size) return 'there';
      const next = await store.piece(sha256, offset, Math.min(PIECE_BYTES, size - offset));
      if (next === undefined || next.length === 0) return 'later';
      bytes = next;
    }
    return 'later';
  }
}
