import type { LampColumns, LampView } from '../painter/lamp-painter.ts';
import { lookWith, markIn, NOTHING, ringIn, type ShownSigns, seen } from '../painter/look.ts';
import { Mark, Ring } from '../painter/mark.ts';

/** Farther out than this, lamps lie within a pixel of each other: squares of ground are drawn instead. */
export const OVERVIEW_BELOW = 12;
/** Side of a square, CSS pixels. */
export const SQUARE = 18;
/** Of a square's sign, CSS pixels. */
export const SQUARE_RADIUS = 3.2;
/** Where in a square its light is drawn and where what is wrong: beside each other, so that both can be seen. */
const LIGHT_AT = [0.36, 0.64] as const;
const WRONG_AT = [0.74, 0.28] as const;

/** Which ring stands for a square: what was not followed says most, presence comes and goes and says nothing. */
const RING_WEIGHT: Readonly<Record<Ring, number>> = {
  [Ring.none]: 0,
  [Ring.presence]: 0,
  [Ring.override]: 1,
  [Ring.acknowledged]: 2,
  [Ring.commanded]: 3,
  [Ring.behind]: 4,
};

/**
 * The lamps in a picture, summed by squares of ground: each is drawn as one lamp at the mean of its light, and beside
 * it what is worst in it, a fault before no news. Squares lie where they lie in the world, so they stay under a drag.
 */
export function overview({ x, y, look }: LampColumns, view: LampView, shown: ShownSigns): LampColumns {
  const side = SQUARE * view.pixelRatio;
  const firstColumn = Math.floor(view.originX / side);
  const firstRow = Math.floor(view.originY / side);
  const columns = Math.ceil((view.originX + view.width) / side) - firstColumn;
  const rows = Math.ceil((view.originY + view.height) / side) - firstRow;
  const lights = new Uint32Array(columns * rows);
  const light = new Uint32Array(columns * rows);
  const rings = new Uint8Array(columns * rows);
  const worst = new Uint8Array(columns * rows);
  for (let lamp = 0; lamp < x.length; lamp++) {
    const column = Math.floor((x[lamp]! * view.scale) / side) - firstColumn;
    const row = Math.floor((y[lamp]! * view.scale) / side) - firstRow;
    if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
    const drawn = seen(look[lamp]!, shown);
    if (drawn === NOTHING) continue;
    const square = row * columns + column;
    const mark = markIn(drawn);
    if (mark >= Mark.noNews) worst[square] = Math.max(worst[square]!, mark);
    else {
      lights[square]!++;
      light[square]! += mark;
    }
    const ring = ringIn(drawn);
    if (RING_WEIGHT[ring] > RING_WEIGHT[rings[square] as Ring]) rings[square] = ring;
  }
  const signs: number[] = [];
  const squares: number[] = [];
  const put = (square: number, sign: number): void => {
    squares.push(square);
    signs.push(sign);
  };
  for (let square = 0; square < worst.length; square++) {
    const ring = rings[square] as Ring;
    const lit = lights[square]!;
    // What burns at all is not drawn as off.
    const mean = light[square] === 0 ? Mark.off : Math.max(1, Math.round(light[square]! / lit));
    if (lit > 0) put(square, lookWith(mean as Mark, ring));
    if (worst[square] !== 0) put(square, lookWith(worst[square] as Mark, lit > 0 ? Ring.none : ring));
  }
  const place = (first: number, n: number, axis: 0 | 1, sign: number) =>
    ((first + n + (markIn(sign) >= Mark.noNews ? WRONG_AT : LIGHT_AT)[axis]) * side) / view.scale;
  return {
    x: Float64Array.from(squares, (square, n) => place(firstColumn, square % columns, 0, signs[n]!)),
    y: Float64Array.from(squares, (square, n) => place(firstRow, Math.floor(square / columns), 1, signs[n]!)),
    look: Uint8Array.from(signs),
  };
}
