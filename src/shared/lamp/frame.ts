import { LampState } from './state.ts';

/**
 * The district frame: all lamps of a district, or those that changed, in 24 + 8 n bytes (little endian).
 * Layout and golden examples: docs/contract/district-frame.md.
 */
const VERSION = 1;
const HEADER = 24;
const RECORD = 8;
const FLAG_FULL = 1;
/** Age of a lamp that is older than what 16 bits of seconds can say, or was never seen. */
export const AGE_UNKNOWN = 0xffff;

export interface FrameLamp {
  /** place of the lamp in its district's dictionary */
  readonly index: number;
  /** bits of `LampState` and `LampCommand` */
  readonly state: number;
  /** % */
  readonly level: number;
  /** seconds before `baseTimeMs`, AGE_UNKNOWN = older */
  readonly age: number;
  /** bits of `LampFault` */
  readonly faults: number;
}

export interface FrameHeader {
  readonly full: boolean;
  readonly count: number;
  readonly dictVersion: number;
  /** new at each start of the hub */
  readonly streamId: number;
  /** counts the frames of one district within one stream */
  readonly frameSeq: number;
  readonly baseTimeMs: number;
}

/** Why bytes are not a frame; `field` names the offender for diagnostics. */
export class FrameError extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(`${field}: ${message}`);
    this.name = 'FrameError';
    this.field = field;
  }
}

export function encodeFrame(header: Omit<FrameHeader, 'count'>, lamps: readonly FrameLamp[]): Uint8Array {
  const bytes = new Uint8Array(HEADER + RECORD * lamps.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, header.full ? FLAG_FULL : 0);
  view.setUint16(2, lamps.length, true);
  view.setUint32(4, header.dictVersion, true);
  view.setUint32(8, header.streamId, true);
  view.setUint32(12, header.frameSeq, true);
  view.setFloat64(16, header.baseTimeMs, true);
  for (const [i, lamp] of lamps.entries()) {
    const at = HEADER + RECORD * i;
    view.setUint16(at, lamp.index, true);
    view.setUint8(at + 2, lamp.state);
    view.setUint8(at + 3, lamp.level);
    view.setUint16(at + 4, lamp.age, true);
    view.setUint16(at + 6, lamp.faults, true);
  }
  return bytes;
}

/** The lamps of a district by their index, as whoever hears frames keeps them. */
export interface FrameColumns {
  /** as `lampWord` has it */
  readonly words: Uint32Array;
  /** seconds since the epoch, 0 = never */
  readonly observedAt: Uint32Array;
  /** 1 = changed, and not said yet to whoever wants to know */
  readonly untold: Uint8Array;
}

/** A frame read in place: lamps are never turned into objects. */
export interface FrameReader extends FrameHeader {
  /**
   * Writes the lamps over those of a seat; one that is said again as it was is left alone.
   * @returns how many are untold that were not; undefined where it names a lamp beyond them: nothing is written then
   */
  writeOver(columns: FrameColumns): number | undefined;
}

/** @throws FrameError on another version, a wrong length or a time that is no number */
export function readFrame(bytes: Uint8Array): FrameReader {
  if (bytes.byteLength < HEADER) throw new FrameError('length', `${bytes.byteLength} bytes, a header has 24`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== VERSION) throw new FrameError('version', `${view.getUint8(0)}, known: ${VERSION}`);
  const count = view.getUint16(2, true);
  const length = HEADER + RECORD * count;
  if (bytes.byteLength !== length)
    throw new FrameError('length', `${bytes.byteLength} bytes, ${count} lamps make ${length}`);
  const baseTimeMs = view.getFloat64(16, true);
  if (!Number.isFinite(baseTimeMs)) throw new FrameError('baseTimeMs', String(baseTimeMs));
  return {
    full: (view.getUint8(1) & FLAG_FULL) !== 0,
    count,
    dictVersion: view.getUint32(4, true),
    streamId: view.getUint32(8, true),
    frameSeq: view.getUint32(12, true),
    baseTimeMs,
    writeOver({ words, observedAt, untold }) {
      const base = Math.floor(baseTimeMs / 1_000);
      for (let at = HEADER; at < length; at += RECORD)
        if (view.getUint16(at, true) >= words.length) return undefined;
      let changed = 0;
      for (let at = HEADER; at < length; at += RECORD) {
        const index = view.getUint16(at, true);
        const word = (view.getUint16(at + 2, true) | (view.getUint16(at + 6, true) << 16)) >>> 0;
        const age = view.getUint16(at + 4, true);
        const seen = age === AGE_UNKNOWN || (word & LampState.neverSeen) !== 0 ? 0 : Math.max(0, base - age);
        if (words[index] === word && observedAt[index] === seen) continue;
        words[index] = word;
        observedAt[index] = seen;
        changed += 1 - untold[index]!;
        untold[index] = 1;
      }
      return changed;
    },
  };
}
