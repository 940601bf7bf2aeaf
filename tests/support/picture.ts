import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { AttachmentRef } from '../../src/shared/attachment/model.ts';

/** A real PNG of one colour, which browsers show; noise behind its end makes it as large as is wanted. */
export function picture(bytes = 0, [red, green, blue]: readonly [number, number, number] = [200, 80, 40]) {
  const [width, height] = [320, 200];
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([red, green, blue]))]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const image = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  const rest = Math.max(0, bytes - image.length);
  return Buffer.concat([
    image,
    Buffer.from(Uint8Array.from({ length: rest }, (_, i) => (i * 31 + (i >> 8)) & 0xff)),
  ]);
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** How a ticket refers to it. */
export const refOf = (bytes: Uint8Array, name = 'photo.png'): AttachmentRef =>
  AttachmentRef.parse({ sha256: sha256Of(bytes), name, size: bytes.length, type: 'image/png' });

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
