import { ConfigError } from '../../../node/config/error.ts';

/** What stands in the place of bytes that are no letter. */
const LOST = /\uFFFD/g;
/** What UTF-8 looks like that was read as Windows-1252 and written as UTF-8 again: « CitÃ© », « lâ€™Ã®le ». */
const TWICE =
  /[ÂÃ][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|â€[\u0080-\u00BF\u02DC\u0153\u201C-\u2122]/;
const BEYOND_ASCII = /(?!\uFFFD)\P{ASCII}/gu;
const GOOD_FOR_EACH_BAD = 10;

/** Whether letters of a text are lost, or are others than were meant. */
export const isGarbled = (text: string): boolean => text.includes('\uFFFD') || isTwice(text);

/** Whether it was encoded twice. */
export const isTwice = (text: string): boolean => TWICE.test(text);

/**
 * The text of an inventory file. Without a word on it: UTF-8 or UTF-16 by its mark, UTF-8 where the bytes are that, and
 * Windows-1252 where not, in which French offices write (ISO 8859-1 is read as Windows-1252, as browsers do).
 * @throws ConfigError where it is not in the encoding that the mapping names, or larger than a program's text may be
 */
export function textIn(bytes: Uint8Array, path: string, encoding?: string): string {
  if (encoding === 'utf-8-twice') return decode(onceOnly(decode(bytes, 'utf-8', path)), 'utf-8', path);
  if (encoding !== undefined) return decode(bytes, encoding, path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le', path);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be', path);
  const text = decode(bytes, 'utf-8', path, false);
  const lost = text.match(LOST)?.length ?? 0;
  // A few bad bytes among many good letters: the file is UTF-8, with rows of another encoding pasted in.
  const isUtf8 = lost === 0 || (text.match(BEYOND_ASCII)?.length ?? 0) > GOOD_FOR_EACH_BAD * lost;
  return isUtf8 ? text : decode(bytes, 'windows-1252', path, false);
}

function decode(bytes: Uint8Array, encoding: string, path: string, fatal = true): string {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch (cause) {
    const isTooLong = (cause as { code?: string }).code === 'ERR_STRING_TOO_LONG';
    const why = isTooLong
      ? 'too large to be read at once: share it into several files, each a source'
      : `it is not in ${encoding}: leave encoding out, or name another`;
    throw new ConfigError([`${path}: ${why}`], { cause });
  }
}

/** The bytes that a text was when it was taken for Windows-1252. */
function onceOnly(text: string): Uint8Array {
  const letters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const byteOf = new Map([...letters].map((letter, byte) => [letter, byte]));
  return Uint8Array.from([...text.replace(/^\uFEFF/, '')], (letter) => byteOf.get(letter) ?? 0x3f);
}
