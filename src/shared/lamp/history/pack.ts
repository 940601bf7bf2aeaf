import { type HistoryBlock, type HistorySlot, HOUR_MS, type LampColumns } from './block.ts';

const VERSION = 1;
const HEADER = 20;
const SLOT = 3;
const LAMP = 4;
const CHANGE = 6;

/** Why bytes are not a block. */
export class HistoryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'HistoryError';
  }
}

/** The bytes of a block as the store and the wire have them, before they are deflated. */
export function packBlock({ from, step, dictVersion, key, slots }: HistoryBlock): Uint8Array<ArrayBuffer> {
  const lamps = key.state.length;
  const changes = slots.reduce((sum, { index }) => sum + index.length, 0);
  const bytes = new Uint8Array(HEADER + LAMP * lamps + SLOT * slots.length + CHANGE * changes);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, step);
  view.setUint16(2, lamps, true);
  view.setUint32(4, dictVersion, true);
  view.setFloat64(8, from, true);
  view.setUint8(16, slots.length);
  let at = putColumns(bytes, view, HEADER, key);
  for (const each of slots) {
    view.setUint8(at, each.slot);
    view.setUint16(at + 1, each.index.length, true);
    at += SLOT;
    let before = 0;
    // Neighbours change together: steps from one to the next are mostly the same and pack to nothing.
    for (const index of each.index) {
      view.setUint16(at, index - before, true);
      before = index;
      at += 2;
    }
    at = putColumns(bytes, view, at, each);
  }
  return bytes;
}

function putColumns(bytes: Uint8Array, view: DataView, at: number, of: LampColumns): number {
  const n = of.state.length;
  bytes.set(of.state, at);
  bytes.set(of.level, at + n);
  for (let i = 0; i < n; i++) view.setUint16(at + 2 * n + 2 * i, of.faults[i]!, true);
  return at + LAMP * n;
}

/** @throws HistoryError on another version, a wrong length, or slots and lamps that can't be */
export function readBlock(bytes: Uint8Array): HistoryBlock {
  const reader = new Reader(bytes);
  if (reader.left < HEADER) throw new HistoryError(`${bytes.byteLength} bytes, a header has ${HEADER}`);
  const version = reader.u8();
  if (version !== VERSION) throw new HistoryError(`version ${version}, known: ${VERSION}`);
  const step = reader.u8();
  const lamps = reader.u16();
  const dictVersion = reader.u32();
  const from = reader.f64();
  const count = reader.u8();
  reader.skip(HEADER - 17);
  if (step === 0 || 60 % step !== 0) throw new HistoryError(`a step of ${step} min is no part of an hour`);
  if (from % HOUR_MS !== 0) throw new HistoryError(`${from} is no full hour`);
  const key = reader.columns(lamps);
  const slots: HistorySlot[] = [];
  for (let n = 0; n < count; n++) {
    const slot = reader.u8();
    if (slot <= (slots.at(-1)?.slot ?? -1) || slot * step >= 60)
      throw new HistoryError(`slot ${slot} is out of order`);
    const changes = reader.u16();
    const index = new Uint16Array(changes);
    let at = 0;
    for (let i = 0; i < changes; i++) {
      at += reader.u16();
      if (at >= lamps) throw new HistoryError(`lamp ${at} of ${lamps}`);
      index[i] = at;
    }
    slots.push({ slot, index, ...reader.columns(changes) });
  }
  if (reader.left !== 0) throw new HistoryError(`${reader.left} bytes too many`);
  return { from, step, dictVersion, key, slots };
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    // A plain one, of which a slice is a copy: a slice of a Buffer is the same bytes.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#view.byteLength - this.#at;
  }

  u8(): number {
    return this.#view.getUint8(this.skip(1));
  }

  u16(): number {
    return this.#view.getUint16(this.skip(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.skip(4), true);
  }

  f64(): number {
    return this.#view.getFloat64(this.skip(8), true);
  }

  columns(n: number): LampColumns {
    const at = this.skip(LAMP * n);
    const faults = new Uint16Array(n);
    for (let i = 0; i < n; i++) faults[i] = this.#view.getUint16(at + 2 * n + 2 * i, true);
    return { state: this.#bytes.slice(at, at + n), level: this.#bytes.slice(at + n, at + 2 * n), faults };
  }

  /** @returns where these bytes begin */
  skip(bytes: number): number {
    const at = this.#at;
    if (this.left < bytes) throw new HistoryError(`ends after ${this.#view.byteLength} bytes`);
    this.#at += bytes;
    return at;
  }
}
