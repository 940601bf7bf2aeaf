/** Boxes of the ISO base media file format (ISO/IEC 14496-12 §4.2), read in place. */

/** One box: `start` is its first byte, `body` the first after its header, `end` the first after it. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

/** The bytes are no well-formed boxes; the message names the offset. */
export class Mp4Error extends Error {
  override readonly name = 'Mp4Error';
}

/** The boxes that fill a range of bytes. Throws {@link Mp4Error}. */
export function readBoxes(bytes: Uint8Array, start = 0, end = bytes.length): readonly Box[] {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  for (let offset = start; offset < end; ) {
    const box = readBox(view, offset, end);
    boxes.push(box);
    offset = box.end;
  }
  return boxes;
}

/** The first box of a path of types below a range, such as `moov/trak/mdia/mdhd`. Throws when missing. */
export function findBox(bytes: Uint8Array, path: string, within: { body: number; end: number }): Box {
  let box: Box | undefined;
  let range = within;
  for (const type of path.split('/')) {
    box = readBoxes(bytes, range.body, range.end).find((candidate) => candidate.type === type);
    if (box === undefined)
      throw new Mp4Error(`no ${type} box of ${path} between ${range.body} and ${range.end}`);
    range = box;
  }
  if (box === undefined) throw new Mp4Error('an empty path leads to no box');
  return box;
}

/** Big-endian access to the bytes' own window of their buffer. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readBox(view: DataView, start: number, limit: number): Box {
  if (start + 8 > limit) throw new Mp4Error(`half a box header at ${start}`);
  const size = view.getUint32(start);
  const type = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(start + i)));
  let body = start + 8;
  let end = start + size;
  if (size === 0) end = limit; // reaches to the end of what holds it
  if (size === 1) {
    if (start + 16 > limit) throw new Mp4Error(`half a large box header at ${start}`);
    end = start + Number(view.getBigUint64(start + 8));
    body = start + 16;
  }
  if (end < body || end > limit)
    throw new Mp4Error(`box ${JSON.stringify(type)} at ${start} ends at ${end} of ${limit}`);
  return { type, start, body, end };
}
