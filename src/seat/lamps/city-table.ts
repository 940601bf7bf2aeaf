import { BatchWriter, readBatch } from '../../shared/lamp/batch.ts';
import type { FrameColumns, FrameReader } from '../../shared/lamp/frame.ts';
import { LampState } from '../../shared/lamp/state.ts';
import { type LampColumns, liveLamps } from './columns.ts';

/** The lamps of a district: what they are, and how they are in typed arrays by their index. */
export interface District extends FrameColumns {
  /** its place in this seat's dictionary, by which batches name it; never reused for another district */
  readonly slot: number;
  readonly columns: LampColumns;
  /** when the hub made the last frame that was applied, ms since the epoch by its clock; undefined before the first */
  asOf: number | undefined;
  /** lamps changed since last written to disk */
  dirty: boolean;
  /** the dictionary is not on disk yet */
  unsaved: boolean;
  /** of the message that the dictionary came in */
  digest: string | undefined;
  stream: { readonly id: number; readonly seq: number } | undefined;
}

/**
 * What became of a frame. `waiting`: a change for which no full frame has come yet, or none since the last gap;
 * `gap` and `stream`: a change that doesn't follow what came before; the rest is bad input, named.
 */
export type FrameVerdict =
  | 'applied'
  | 'old'
  | 'waiting'
  | 'gap'
  | 'stream'
  | 'unknown-district'
  | 'dictVersion'
  | 'index'
  | 'time';

/** Times travel on as 32 bits of seconds. */
const LAST_TIME_MS = 0xffffffff * 1_000;

/**
 * Every lamp of the city on this seat. Frames change it; what has changed since the last batch goes packed to the windows.
 * Lossy: of several changes between two batches the last counts, and what was said again unchanged is no change. So a
 * batch never has more lamps than the city, however fast frames come.
 */
export class CityTable {
  readonly #districts = new Map<string, District>();
  #untold = 0;
  #lamps = 0;
  /** lamps and tombstones */
  #places = 0;
  #nextSlot = 0;

  get lampCount(): number {
    return this.#lamps;
  }

  districts(): readonly District[] {
    return [...this.#districts.values()];
  }

  district(id: string): District | undefined {
    return this.#districts.get(id);
  }

  /**
   * Takes a district's dictionary, as columns. States are kept by lamp id, so that a re-indexed inventory keeps its light.
   * @param digest of the message it came in, where it came in one
   * @param slot as the disk has it, of one that comes from there
   * @returns undefined where this version is already known
   */
  define(columns: LampColumns, digest?: string, slot?: number): District | undefined {
    const known = this.#districts.get(columns.district);
    if (known?.columns.dictVersion === columns.dictVersion) return undefined;
    const size = columns.ids.length;
    const district: District = {
      slot: known?.slot ?? slot ?? this.#nextSlot,
      columns,
      words: new Uint32Array(size).fill(LampState.neverSeen),
      observedAt: new Uint32Array(size),
      // Of one that is known the places are others now: the windows hear how each of them is.
      untold: new Uint8Array(size).fill(known === undefined ? 0 : 1),
      asOf: known?.asOf,
      dirty: false,
      unsaved: true,
      digest,
      stream: undefined,
    };
    if (known !== undefined) {
      carryOver(known, district);
      this.#untold += size - count(known.untold);
    }
    this.#districts.set(columns.district, district);
    this.#nextSlot = Math.max(this.#nextSlot, district.slot + 1);
    this.#lamps += liveLamps(columns) - (known === undefined ? 0 : liveLamps(known.columns));
    this.#places += size - (known?.words.length ?? 0);
    return district;
  }

  /** Forgets a district that is no longer lit. @returns what it was; undefined where it is unknown */
  remove(id: string): District | undefined {
    const district = this.#districts.get(id);
    if (district === undefined) return undefined;
    this.#districts.delete(id);
    this.#untold -= count(district.untold);
    this.#lamps -= liveLamps(district.columns);
    this.#places -= district.words.length;
    return district;
  }

  apply(id: string, frame: FrameReader): FrameVerdict {
    const district = this.#districts.get(id);
    if (district === undefined) return 'unknown-district';
    if (frame.dictVersion !== district.columns.dictVersion) return 'dictVersion';
    const { stream } = district;
    const sameStream = stream?.id === frame.streamId;
    if (frame.full) {
      if (sameStream && frame.frameSeq < stream.seq) return 'old';
    } else {
      if (stream === undefined) return 'waiting';
      if (!sameStream) return 'stream';
      if (frame.frameSeq <= stream.seq) return 'old';
      if (frame.frameSeq !== stream.seq + 1) {
        district.stream = undefined;
        return 'gap';
      }
    }
    if (frame.baseTimeMs < 0 || frame.baseTimeMs > LAST_TIME_MS) return 'time';
    const untold = frame.writeOver(district);
    if (untold === undefined) return 'index';
    this.#untold += untold;
    district.stream = { id: frame.streamId, seq: frame.frameSeq };
    district.asOf = frame.baseTimeMs;
    district.dirty = true;
    return 'applied';
  }

  /** What has changed since the last call, packed; undefined where nothing has. */
  takeChanges(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#untold === 0) return undefined;
    const writer = new BatchWriter(this.#untold);
    for (const district of this.#districts.values()) {
      const { untold } = district;
      for (let i = 0; i < untold.length; i++) if (untold[i] === 1) pack(district, i, writer);
      untold.fill(0);
    }
    this.#untold = 0;
    return writer.take();
  }

  /** All lamps, packed. What has gathered stays: another window may have its snapshot from before. */
  snapshot(): Uint8Array<ArrayBuffer> {
    const writer = new BatchWriter(this.#places);
    for (const district of this.#districts.values()) this.#pack(district, writer);
    return writer.take(true);
  }

  /** A district's states as bytes for the disk. Presence is never kept. */
  freeze(district: District): Uint8Array {
    const writer = new BatchWriter(district.words.length);
    this.#pack(district, writer, ~LampState.presence);
    return writer.take(true);
  }

  /** @throws RangeError on bytes that `freeze` didn't make */
  thaw(district: District, bytes: Uint8Array): void {
    readBatch(bytes).forEach((_slot, index, word, observedAt) => {
      if (index >= district.words.length) return;
      if (district.words[index] === word && district.observedAt[index] === observedAt) return;
      district.words[index] = word;
      district.observedAt[index] = observedAt;
      this.#untold += 1 - district.untold[index]!;
      district.untold[index] = 1;
    });
    district.dirty = false;
  }

  #pack(d: District, writer: BatchWriter, mask = ~0): void {
    for (let i = 0; i < d.words.length; i++) pack(d, i, writer, mask);
  }
}

function pack(d: District, i: number, writer: BatchWriter, mask = ~0): void {
  writer.push(d.slot, i, d.words[i]! & mask, d.observedAt[i]!);
}

const count = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);

function carryOver(from: District, to: District): void {
  const places = new Map(from.columns.ids.map((id, i) => [id, i] as const));
  for (const [i, id] of to.columns.ids.entries()) {
    const was = id === '' ? undefined : places.get(id);
    if (was === undefined) continue;
    to.words[i] = from.words[was]!;
    to.observedAt[i] = from.observedAt[was]!;
  }
}
