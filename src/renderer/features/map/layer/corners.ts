/** Of a side's length each corner takes. */
const PART = 0.3;

/** The four corners of a square about a place: what is drawn in it stays to be seen, and no ring looks like it. */
export function traceCorners(
  path: Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo'>,
  x: number,
  y: number,
  radius: number,
): void {
  const arm = 2 * radius * PART;
  for (const [right, down] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const) {
    const [atX, atY] = [x + right * radius, y + down * radius];
    path.moveTo(atX - right * arm, atY);
    path.lineTo(atX, atY);
    path.lineTo(atX, atY - down * arm);
  }
}
