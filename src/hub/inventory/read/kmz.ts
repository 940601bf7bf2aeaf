import { crc32, inflateRawSync } from 'node:zlib';
import { ConfigError } from '../../../node/config/error.ts';

/** A city of 100,000 lamps is some 60 MiB of KML. */
const MOST_BYTES = 256 * 1024 * 1024;
/** The archive's end may have a comment of so many bytes behind it (APPNOTE 4.3.16). */
const MOST_COMMENT = 65_535;
const END = 22;

const FILE = 0x04034b50;
const LISTED = 0x02014b50;
const LISTING_END = 0x06054b50;

export const isZip = (bytes: Buffer): boolean => bytes.length > END && bytes.readUInt32LE(0) === FILE;

/** One file of an archive, as its listing has it. */
interface Entry {
  readonly name: string;
  readonly flags: number;
  /** 0 stored, 8 deflated */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * The KML in a KMZ: `doc.kml`, or the first of that kind (OGC 12-007r2, annex C). Of ZIP (PKWARE's APPNOTE) it reads what a
 * KMZ is made of: stored and deflated files, below 4 GiB.
 * @throws ConfigError where there is none, it is damaged, or it unpacks to more than anybody's inventory
 */
export function kmlIn(bytes: Buffer, path: string): Buffer {
  const refuse = (why: string, cause?: unknown) => new ConfigError([`${path}: ${why}`], { cause });
  let unpacked: Buffer;
  let entry: Entry | undefined;
  try {
    const kmls = listed(bytes).filter(({ name }) => /\.kml$/i.test(name));
    entry = kmls.find(({ name }) => name.toLowerCase() === 'doc.kml') ?? kmls[0];
    if (entry === undefined) throw refuse('there is no KML in this KMZ');
    if ((entry.flags & 1) !== 0) throw refuse(`« ${entry.name} » is encrypted: unpack it first`);
    if (entry.size > MOST_BYTES) throw tooLarge(refuse, entry);
    unpacked = unpack(bytes, entry);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' && entry !== undefined)
      throw tooLarge(refuse, entry, error);
    throw refuse('this KMZ is damaged, or no ZIP archive', error);
  }
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc)
    throw refuse(`« ${entry.name} » in this KMZ is damaged`);
  return unpacked;
}

const tooLarge = (refuse: (why: string, cause?: unknown) => ConfigError, { name }: Entry, cause?: unknown) =>
  refuse(`« ${name} » in this KMZ unpacks to more than ${MOST_BYTES / 1024 ** 2} MiB: it is not read`, cause);

/** @throws RangeError where the listing leads out of the file */
function listed(bytes: Buffer): readonly Entry[] {
  const from = Math.max(0, bytes.length - END - MOST_COMMENT);
  let end = bytes.length - END;
  while (end >= from && bytes.readUInt32LE(end) !== LISTING_END) end -= 1;
  if (end < from) throw new RangeError('no listing');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== LISTED) throw new RangeError('no entry');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, nameEnd),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { at, method, packed, size }: Entry): Buffer {
  if (bytes.readUInt32LE(at) !== FILE) throw new RangeError('no file');
  const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const inside = bytes.subarray(begin, begin + packed);
  if (method === 0) return inside;
  if (method !== 8) throw new RangeError(`method ${method}`);
  // What it says of its size may be a lie: no more than that is unpacked.
  return inflateRawSync(inside, { maxOutputLength: Math.max(1, Math.min(size, MOST_BYTES)) });
}
