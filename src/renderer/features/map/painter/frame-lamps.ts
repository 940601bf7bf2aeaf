import type { Box } from './frame.ts';
import type { LampColumns, LampView } from './lamp-painter.ts';

/** Side of a square by which lamps are found again, device pixels. */
const SIDE = 16;

/**
 * The lamps in a picture, sorted by squares of it: those near a spot are found without a search. They come in the same
 * order whatever is asked for, so that lamps which overlap do so the same way however little is painted anew.
 */
export class FrameLamps {
  /** square by square, row by row */
  readonly all: Uint32Array;
  readonly #reach: number;
  /** how far the first square lies beyond the picture's corner, whole squares */
  readonly #margin: number;
  readonly #columns: number;
  readonly #rows: number;
  /** where a square's lamps begin in `all`, and one past the last of them */
  readonly #starts: Uint32Array;
  readonly #near: Uint32Array;

  /** @param reach how far about its place a lamp may be drawn, device pixels */
  constructor({ x, y }: LampColumns, { scale, originX, originY, width, height }: LampView, reach: number) {
    const margin = Math.ceil(reach / SIDE);
    const columns = Math.ceil(width / SIDE) + 2 * margin;
    const rows = Math.ceil(height / SIDE) + 2 * margin;
    const squares = new Int32Array(x.length);
    const starts = new Uint32Array(columns * rows + 1);
    for (let lamp = 0; lamp < squares.length; lamp++) {
      const column = Math.floor((x[lamp]! * scale - originX) / SIDE) + margin;
      const row = Math.floor((y[lamp]! * scale - originY) / SIDE) + margin;
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
    this.#margin = margin;
    this.#columns = columns;
    this.#rows = rows;
    this.#starts = starts;
    this.#near = new Uint32Array(this.all.length);
  }

  /** All that may be drawn within a box, and a few about it. @returns valid until the next call */
  near({ left, top, right, bottom }: Box): Uint32Array {
    const squareOf = (pixel: number): number => Math.floor(pixel / SIDE) + this.#margin;
    const [first, firstRow] = [squareOf(left - this.#reach), squareOf(top - this.#reach)];
    const last = Math.min(this.#columns - 1, squareOf(right + this.#reach));
    const lastRow = Math.min(this.#rows - 1, squareOf(bottom + this.#reach));
    let count = 0;
    for (let row = firstRow; row <= lastRow; row++) {
      const from = this.#starts[row * this.#columns + first]!;
      const to = this.#starts[row * this.#columns + last + 1]!;
      for (let at = from; at < to; at++) this.#near[count++] = this.all[at]!;
    }
    return this.#near.subarray(0, count);
  }
}
