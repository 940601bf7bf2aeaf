/** A rectangle on the screen about its middle, turned by `angle` radians. All lengths in CSS pixels. */
export interface Slab {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle?: number;
}

const GRAIN = 6;

/** Which parts of a picture are taken, in squares of GRAIN pixels: so that no two labels overlap. */
export class Occupancy {
  readonly #columns: number;
  readonly #rows: number;
  readonly #taken: Uint8Array;

  constructor(width: number, height: number) {
    this.#columns = Math.ceil(width / GRAIN);
    this.#rows = Math.ceil(height / GRAIN);
    this.#taken = new Uint8Array(this.#columns * this.#rows);
  }

  /** Takes the place if it lies wholly in the picture and nothing is there yet. */
  claim(slab: Slab): boolean {
    const cells = this.#cells(slab);
    if (cells.some((cell) => cell < 0 || this.#taken[cell])) return false;
    this.#fill(cells);
    return true;
  }

  /** Takes the place whatever is there. */
  block(slab: Slab): void {
    this.#fill(this.#cells(slab));
  }

  #fill(cells: readonly number[]): void {
    for (const cell of cells) if (cell >= 0) this.#taken[cell] = 1;
  }

  /** Cells under a slab; -1 for each that is outside. */
  #cells({ x, y, width, height, angle = 0 }: Slab): number[] {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const across = Math.max(1, Math.ceil(width / GRAIN));
    const down = Math.max(1, Math.ceil(height / GRAIN));
    const cells: number[] = [];
    for (let j = 0; j <= down; j++)
      for (let i = 0; i <= across; i++) {
        const u = (i / across - 0.5) * width;
        const v = (j / down - 0.5) * height;
        const column = Math.floor((x + u * cos - v * sin) / GRAIN);
        const row = Math.floor((y + u * sin + v * cos) / GRAIN);
        const outside = column < 0 || row < 0 || column >= this.#columns || row >= this.#rows;
        cells.push(outside ? -1 : row * this.#columns + column);
      }
    return cells;
  }
}
