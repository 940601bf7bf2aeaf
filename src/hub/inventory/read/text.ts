import { ConfigError } from '../../../node/config/error.ts';

/** What stands in the place of bytes that are no letter. */
export const LOST = /\uFFFD/g;
const BEYOND_ASCII = /(?!\uFFFD)\P{ASCII}/gu;
const GOOD_FOR_EACH_BAD = 10;

/**
 * The text of an inventory file. Without a word on it: UTF-8 or UTF-16 by its mark, UTF-8 where the bytes are that, and
 * Windows-1252 where not, in which French offices write (ISO 8859-1 is read as Windows-1252, as browsers do).
 * @throws ConfigError where it is not in the encoding that the mapping names
 */
export function textIn(bytes: Uint8Array, path: string, encoding?: string): string {
  if (encoding !== undefined) return decode(bytes, encoding, path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le', path);
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = text.match(LOST)?.length ?? 0;
  // A few bad bytes among many good letters: the file is UTF-8, with rows of another encoding pasted in.
  const isUtf8 = lost === 0 || (text.match(BEYOND_ASCII)?.length ?? 0) > GOOD_FOR_EACH_BAD * lost;
  return isUtf8 ? text : new TextDecoder('windows-1252').decode(bytes);
}

function decode(bytes: Uint8Array, encoding: string, path: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ConfigError([`${path}: it is not in ${encoding}: leave encoding out, or name another`], {
      cause,
    });
  }
}
