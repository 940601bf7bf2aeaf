/** A small well-formed loop without real pictures, for tests of what handles loops. */

/** A box of ISO/IEC 14496-12 from its parts. */
export function box(type: string, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const body = Buffer.concat(parts.map((part) => Uint8Array.from(part)));
  const bytes = Buffer.alloc(8 + body.length);
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.write(type, 4, 'latin1');
  body.copy(bytes, 8);
  return Uint8Array.from(bytes);
}

/** A loop of whole seconds, each fragment with a payload of its own. */
export function sampleLoop(options: {
  seconds: number;
  timescale: number;
  framesPerSecond: number;
}): Uint8Array {
  const { seconds, timescale, framesPerSecond } = options;
  const entry = box(
    'avc1',
    new Uint8Array(24),
    u16(640),
    u16(360),
    new Uint8Array(50),
    box('avcC', [1, 0x4d, 0x40, 0x1e]),
  );
  const stbl = box('stbl', box('stsd', u32(0), u32(1), entry));
  const mdhd = box('mdhd', new Uint8Array(12), u32(timescale), u32(0), u32(0));
  const moov = box('moov', box('trak', box('mdia', mdhd, box('minf', stbl))));
  const fragments = Array.from({ length: seconds }, (_, i) => {
    const traf = box(
      'traf',
      box('tfhd', u32(0x8), u32(1), u32(timescale / framesPerSecond)),
      box('tfdt', [1, 0, 0, 0], u32(0), u32(i * timescale)),
      box('trun', u32(0), u32(framesPerSecond)),
    );
    return Buffer.concat([box('moof', box('mfhd', u32(0), u32(i + 1)), traf), box('mdat', u32(i))]);
  });
  return Uint8Array.from(Buffer.concat([box('ftyp', u32(0)), moov, ...fragments]));
}

function u16(value: number): readonly number[] {
  return [value >> 8, value & 255];
}

function u32(value: number): readonly number[] {
  return [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
}
