/** Bytes of one piece at most: in base64 it stays far under what brokers take in one packet (1 MiB). */
export const PIECE_BYTES = 256 * 1024;

/** What a piece is to who has the first `have` bytes of a file. */
export type Piece =
  /** the next one: after it there are `have` bytes, and where that is all the whole is to be checked */
  | { readonly kind: 'next'; readonly have: number; readonly whole: boolean }
  /** it is there already, or says nothing: a question of how far it is */
  | { readonly kind: 'known' }
  /** something before it is missing, or it begins in the midst of what is there */
  | { readonly kind: 'gap' }
  /** it goes beyond the end */
  | { readonly kind: 'beyond' };

/**
 * Files are taken from their beginning to their end, so that how far one is is one number: who sends asks for it and
 * goes on from there. Pieces come twice where an answer was lost, and out of order after that.
 */
export function placePiece(have: number, size: number, offset: number, length: number): Piece {
  const end = offset + length;
  if (end > size) return { kind: 'beyond' };
  if (end <= have) return { kind: 'known' };
  return offset === have ? { kind: 'next', have: end, whole: end === size } : { kind: 'gap' };
}
