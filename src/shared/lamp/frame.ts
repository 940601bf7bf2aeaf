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

/** A frame read in place: the lamps are visited, never turned into objects. */
export interface FrameReader extends FrameHeader {
  /** the highest index of a lamp in it; -1 where there is none */
  readonly lastIndex: number;
  forEach(visit: (index: number, state: number, level: number, age: number, faults: number) => void): void;
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
    get lastIndex() {
      let last = -1;
      for (let at = HEADER; at < length; at += RECORD) last = Math.max(last, view.getUint16(at, true));
      return last;
    },
    forEach(visit) {
      for (let at = HEADER; at < length; at += RECORD) {
        visit(
          view.getUint16(at, true),
          view.getUint8(at + 2),
          view.getUint8(at + 3),
          view.getUint16(at + 4, true),
          view.getUint16(at + 6, true),
        );
      }
    },
  };
}
