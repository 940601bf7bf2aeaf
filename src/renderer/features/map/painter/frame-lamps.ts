import type { Box } from './frame.ts';
import type { LampColumns, LampView } from './lamp-painter.ts';

/** Side of a square by which lamps are found again, device pixels. */
const SIDE = 16;
const squareOf = (pixel: number): number => Math.floor(pixel / SIDE);

/**
 * The lamps in a picture, sorted by squares: those near a spot are found without a search. They come in the same order
 * whatever is asked for, so that lamps which overlap do so the same way however little is painted anew. Squares are the
 * world's, not the picture's, so that they still do when it has moved.
 */
export class FrameLamps {
  /** square by square, row by row */
  readonly all: Uint32Array;
  readonly #reach: number;
  readonly #originX: number;
  readonly #originY: number;
  /** the square in the corner, as the world counts them */
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #rows: number;
  /** where a square's lamps begin in `all`, and one past the last of them */
  readonly #starts: Uint32Array;
  readonly #near: Uint32Array;

  /** @param reach how far about its place a lamp may be drawn, device pixels */
  constructor({ x, y }: LampColumns, { scale, originX, originY, width, height }: LampView, reach: number) {
    const left = squareOf(originX - reach);
    const top = squareOf(originY - reach);
    const columns = squareOf(originX + width + reach) + 1 - left;
    const rows = squareOf(originY + height + reach) + 1 - top;
    const squares = new Int32Array(x.length);
    const starts = new Uint32Array(columns * rows + 1);
    for (let lamp = 0; lamp < squares.length; lamp++) {
      const column = squareOf(x[lamp]! * scale) - left;
      const row = squareOf(y[lamp]! * scale) - top;
      const inside = column >= 0 && row >= 0 && column < columns && row < rows;
      const square = inside ? row * columns + column : -1;
      squares[lamp] = square;
      if (inside) starts[square + 1]!++;
    }
    for (let square = 1; square < starts.length; square++) starts[square]! += starts[square - 1]!;
    const next = starts.slice();
    this.all = new Uint32Array(starts.at(-1)!);
    for (let lamp = 0; lamp < squares.length; lamp++)
      if (squares[lamp]! >= 0) this.all[next[squares[lamp]!]!++] = lamp;
    this.#reach = reach;
    this.#originX = originX;
    this.#originY = originY;
    this.#left = left;
    this.#top = top;
    this.#columns = columns;
    this.#rows = rows;
    this.#starts = starts;
    this.#near = new Uint32Array(this.all.length);
  }

  /** All that may be drawn within a box, and a few about it. @returns valid until the next call */
  near({ left, top, right, bottom }: Box): Uint32Array {
    const column = (pixel: number): number => squareOf(this.#originX + pixel) - this.#left;
    const row = (pixel: number): number => squareOf(this.#originY + pixel) - this.#top;
    const [first, firstRow] = [column(left - this.#reach), row(top - this.#reach)];
    const last = Math.min(this.#columns - 1, column(right + this.#reach));
    const lastRow = Math.min(this.#rows - 1, row(bottom + this.#reach));
    let count = 0;
    for (let at = firstRow; at <= lastRow; at++) {
      const from = this.#starts[at * this.#columns + first]!;
      const to = this.#starts[at * this.#columns + last + 1]!;
      for (let n = from; n < to; n++) this.#near[count++] = this.all[n]!;
    }
    return this.#near.subarray(0, count);
  }
}
