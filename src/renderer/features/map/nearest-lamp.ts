/** Lamps by place, normalised Web Mercator. */
interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * The lamp nearest to a point and no further than `reach`, of those that are `meant`; the lower number of two as
 * near; -1 for none. All of them are looked at: a millisecond for each million, and no tree to plant beforehand.
 */
export function nearestLamp(
  { x, y }: Places,
  atX: number,
  atY: number,
  reach: number,
  meant: (lamp: number) => boolean = () => true,
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let lamp = 0; lamp < x.length; lamp++) {
    const dx = x[lamp]! - atX;
    if (dx > reach || dx < -reach) continue;
    const d = dx ** 2 + (y[lamp]! - atY) ** 2;
    if (d <= reach ** 2 && d < least && meant(lamp)) [best, least] = [lamp, d];
  }
  return best;
}
