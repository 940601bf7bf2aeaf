/**
 * Lamp changes on their way from the seat engine to the windows: one packed buffer a tick, 8 + 12 n bytes,
 * little endian. `u8 version | u8 flags (bit 0: all lamps) | u16 – | u32 count`, then for each lamp
 * `u16 slot | u16 index | u8 state | u8 level | u16 faults | u32 observedAt` (seconds since the epoch, 0 = never).
 * The slot is the district's place in the seat's dictionary; state, level and faults are one `lampWord`.
 */
const VERSION = 1;
const HEADER = 8;
export const BATCH_RECORD = 12;

export class BatchWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;
  #count = 0;

  /** @param capacity lamps to make room for at first; it grows */
  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(HEADER + BATCH_RECORD * capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  get count(): number {
    return this.#count;
  }

  push(slot: number, index: number, word: number, observedAt: number): void {
    const at = HEADER + BATCH_RECORD * this.#count;
    if (at + BATCH_RECORD > this.#bytes.byteLength) this.#grow();
    this.#view.setUint16(at, slot, true);
    this.#view.setUint16(at + 2, index, true);
    this.#view.setUint32(at + 4, word, true);
    this.#view.setUint32(at + 8, observedAt, true);
    this.#count++;
  }

  /** The packed batch; the writer is empty afterwards. */
  take(full = false): Uint8Array<ArrayBuffer> {
    this.#view.setUint8(0, VERSION);
    this.#view.setUint8(1, full ? 1 : 0);
    this.#view.setUint32(4, this.#count, true);
    const taken = this.#bytes.slice(0, HEADER + BATCH_RECORD * this.#count);
    this.#count = 0;
    return taken;
  }

  #grow(): void {
    const bigger = new Uint8Array(HEADER + (this.#bytes.byteLength - HEADER) * 2 + BATCH_RECORD);
    bigger.set(this.#bytes);
    this.#bytes = bigger;
    this.#view = new DataView(bigger.buffer);
  }
}

export interface LampBatch {
  readonly full: boolean;
  readonly count: number;
  forEach(visit: (slot: number, index: number, word: number, observedAt: number) => void): void;
}

/** @throws RangeError where the bytes are no batch (our own programs wrote it: this is a defect, not input) */
export function readBatch(bytes: Uint8Array): LampBatch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4, true);
  const length = HEADER + BATCH_RECORD * count;
  if (view.getUint8(0) !== VERSION || bytes.byteLength !== length)
    throw new RangeError(
      `no lamp batch: version ${view.getUint8(0)}, ${bytes.byteLength} of ${length} bytes`,
    );
  return {
    full: (view.getUint8(1) & 1) !== 0,
    count,
    forEach(visit) {
      for (let at = HEADER; at < length; at += BATCH_RECORD) {
        visit(
          view.getUint16(at, true),
          view.getUint16(at + 2, true),
          view.getUint32(at + 4, true),
          view.getUint32(at + 8, true),
        );
      }
    },
  };
}
