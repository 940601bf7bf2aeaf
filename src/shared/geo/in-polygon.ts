/** Corners one after another, x and y by turns, in whatever plane; the last joins the first. */
export type Ring = readonly number[];

/** Whether a point is within, by the even-odd rule: where a lasso crosses itself, what is between is out. */
export function inPolygon(ring: Ring, x: number, y: number): boolean {
  let within = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) within = !within;
  }
  return within;
}

/** Places of the points within, of two columns. */
export function pointsWithin(ring: Ring, x: ArrayLike<number>, y: ArrayLike<number>): number[] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    minX = Math.min(minX, ring[i]!);
    maxX = Math.max(maxX, ring[i]!);
    minY = Math.min(minY, ring[i + 1]!);
    maxY = Math.max(maxY, ring[i + 1]!);
  }
  const found: number[] = [];
  for (let n = 0; n < x.length; n++) {
    const [px, py] = [x[n]!, y[n]!];
    if (px >= minX && px <= maxX && py >= minY && py <= maxY && inPolygon(ring, px, py)) found.push(n);
  }
  return found;
}
