import KDBush from 'kdbush';

/**
 * Lamps by place, for painting and picking. Answers list lamps in one order whatever the query, which the
 * painter relies on: marks that overlap do so the same way however little of the picture is painted anew.
 */
export class LampIndex {
  readonly #tree: KDBush | undefined;
  readonly #x: Float64Array;
  readonly #y: Float64Array;

  /** @param x,y normalised Web Mercator */
  constructor(x: Float64Array, y: Float64Array) {
    this.#x = x;
    this.#y = y;
    if (x.length === 0) return;
    this.#tree = new KDBush(x.length, 64, Float64Array);
    for (let i = 0; i < x.length; i++) this.#tree.add(x[i]!, y[i]!);
    this.#tree.finish();
  }

  within(minX: number, minY: number, maxX: number, maxY: number): readonly number[] {
    return this.#tree?.range(minX, minY, maxX, maxY) ?? [];
  }

  /**
   * The lamp nearest to a point and no further than `reach`, of those that are `meant`; the lower number of two as
   * near; -1 for none.
   */
  nearest(x: number, y: number, reach: number, meant: (lamp: number) => boolean = () => true): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const lamp of this.#tree?.within(x, y, reach) ?? []) {
      if (!meant(lamp)) continue;
      const d = (this.#x[lamp]! - x) ** 2 + (this.#y[lamp]! - y) ** 2;
      if (d < least || (d === least && lamp < best)) [best, least] = [lamp, d];
    }
    return best;
  }
}
