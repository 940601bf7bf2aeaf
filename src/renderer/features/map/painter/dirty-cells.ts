import type { Box } from './frame.ts';

export const CELL = 16;
/** Beyond this share of dirty cells, one whole painting is cheaper than many small ones. */
const WHOLE_FROM = 0.4;

/** Which squares of the picture have to be painted again. */
export class DirtyCells {
  readonly #width: number;
  readonly #height: number;
  readonly #columns: number;
  readonly #dirty: Uint8Array;
  #count = 0;
  #all = false;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#columns = Math.ceil(width / CELL);
    this.#dirty = new Uint8Array(this.#columns * Math.ceil(height / CELL));
  }

  /** The whole picture is to be painted. */
  get all(): boolean {
    return this.#all || this.#count > this.#dirty.length * WHOLE_FROM;
  }

  get empty(): boolean {
    return !this.#all && this.#count === 0;
  }

  markAll(): void {
    this.#all = true;
  }

  /** Marks all cells within `reach` of a pixel; outside the picture there are none. */
  mark(x: number, y: number, reach: number): void {
    if (x + reach < 0 || y + reach < 0 || x - reach >= this.#width || y - reach >= this.#height) return;
    const c0 = Math.floor(Math.max(0, x - reach) / CELL);
    const c1 = Math.floor(Math.min(this.#width - 1, x + reach) / CELL);
    const r1 = Math.floor(Math.min(this.#height - 1, y + reach) / CELL);
    for (let r = Math.floor(Math.max(0, y - reach) / CELL); r <= r1; r++)
      for (let c = c0; c <= c1; c++) {
        const cell = r * this.#columns + c;
        this.#count += 1 - this.#dirty[cell]!;
        this.#dirty[cell] = 1;
      }
  }

  /** Dirty cells as boxes, neighbours in a row as one; all is clean afterwards. */
  take(): Box[] {
    if (this.all) {
      this.#clean();
      return [{ left: 0, top: 0, right: this.#width, bottom: this.#height }];
    }
    const boxes: Box[] = [];
    for (let cell = 0; cell < this.#dirty.length; cell++) {
      if (!this.#dirty[cell]) continue;
      const column = cell % this.#columns;
      let run = 1;
      while (column + run < this.#columns && this.#dirty[cell + run]) run++;
      const top = Math.floor(cell / this.#columns) * CELL;
      boxes.push({
        left: column * CELL,
        top,
        right: Math.min(this.#width, (column + run) * CELL),
        bottom: Math.min(this.#height, top + CELL),
      });
      cell += run - 1;
    }
    this.#clean();
    return boxes;
  }

  #clean(): void {
    this.#dirty.fill(0);
    this.#count = 0;
    this.#all = false;
  }
}
