/**
 * A 5 × 7 dot alphabet, as cameras burn into their picture: seven rows per sign, two hexadecimal digits
 * each, the highest of five bits at the left. Own data, so that drawing needs no font file on any system.
 */
const SHAPES: Readonly<Record<string, string>> = {
  A: '0e11111f111111',
  B: '1e11111e11111e',
  C: '0e11101010110e',
  D: '1e11111111111e',
  E: '1f10101e10101f',
  F: '1f10101e101010',
  G: '0e11101711110f',
  H: '1111111f111111',
  I: '0e04040404040e',
  J: '0702020202120c',
  K: '11121418141211',
  L: '1010101010101f',
  M: '111b1515111111',
  N: '11111915131111',
  O: '0e11111111110e',
  P: '1e11111e101010',
  Q: '0e11111115120d',
  R: '1e11111e141211',
  S: '0f10100e01011e',
  T: '1f040404040404',
  U: '1111111111110e',
  V: '11111111110a04',
  W: '11111115151b11',
  X: '11110a040a1111',
  Y: '11110a04040404',
  Z: '1f01020408101f',
  0: '0e11131519110e',
  1: '040c040404040e',
  2: '0e11010608101f',
  3: '1f02040201110e',
  4: '02060a121f0202',
  5: '1f101e0101110e',
  6: '0608101e11110e',
  7: '1f010204080808',
  8: '0e11110e11110e',
  9: '0e11110f01020c',
  '-': '0000000e000000',
  '×': '00110a040a1100',
  ',': '000000000c0408',
  '.': '00000000000c0c',
  ':': '000c0c000c0c00',
  '/': '00010204081000',
  "'": '04040800000000',
  '·': '00000004000000',
  '°': '0c12120c000000',
  ' ': '00000000000000',
};

/** Rows of the marks French needs, and the row of the letter's box where each begins. */
const MARKS: Readonly<Record<string, { readonly top: number; readonly rows: readonly number[] }>> = {
  '\u0300': { top: -3, rows: [0x08, 0x04] },
  '\u0301': { top: -3, rows: [0x02, 0x04] },
  '\u0302': { top: -3, rows: [0x04, 0x0a] },
  '\u0308': { top: -3, rows: [0x0a, 0x00] },
  '\u0327': { top: 7, rows: [0x04, 0x0c] },
};

const UNKNOWN = '1f11111111111f';

/** One sign: rows of five bits, the first `top` rows below the top of a capital. */
export interface Glyph {
  readonly top: number;
  readonly rows: readonly number[];
  /** A mark is drawn over the sign before it. */
  readonly mark: boolean;
}

/** The signs of a text, in capitals; what the alphabet lacks becomes an empty box. */
export function glyphsOf(text: string): readonly Glyph[] {
  const plain = text.replaceAll('’', "'").toLocaleUpperCase('fr').normalize('NFD');
  return Array.from(plain, (sign) => {
    const mark = MARKS[sign];
    if (mark !== undefined) return { ...mark, mark: true };
    const shape = SHAPES[sign] ?? UNKNOWN;
    const rows = Array.from({ length: 7 }, (_, i) => Number.parseInt(shape.slice(i * 2, i * 2 + 2), 16));
    return { top: 0, rows, mark: false };
  });
}
