/** Bytes that follow the first one of a character, and the least that they may say (RFC 3629: none longer than needed). */
const LENGTHS = [
  { from: 0xc2, to: 0xdf, more: 1, least: 0x80 },
  { from: 0xe0, to: 0xef, more: 2, least: 0x800 },
  { from: 0xf0, to: 0xf4, more: 3, least: 0x10000 },
] as const;
/** Tab, line feed, form feed, carriage return. */
const BLANKS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d]);

/** Whether bytes are characters in UTF-8 that can be shown: without control characters but those that part lines. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++]!;
    if (first < 0x80) {
      if ((first < 0x20 && !BLANKS.has(first)) || first === 0x7f) return false;
      continue;
    }
    const length = LENGTHS.find(({ from, to }) => first >= from && first <= to);
    if (length === undefined) return false;
    let point = first & (0x3f >> length.more);
    for (let n = 0; n < length.more; n++) {
      const next = bytes[i++];
      if (next === undefined || (next & 0xc0) !== 0x80) return false;
      point = (point << 6) | (next & 0x3f);
    }
    if (point < length.least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return false;
    if (point < 0xa0) return false; // C1 controls
  }
  return true;
}
