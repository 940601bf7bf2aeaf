/** Marks nearer than this to a more important one would hide behind it, CSS pixels. */
const ONE_PLACE = 14;

/**
 * Which marks stand at one place on the screen, each lot led by its most important.
 * @param points the most important first @returns places in `points`
 */
export function stacksOf(
  points: readonly { readonly x: number; readonly y: number }[],
): readonly (readonly number[])[] {
  const stacks: [number, ...number[]][] = [];
  for (const [n, { x, y }] of points.entries()) {
    const stack = stacks.find(([first]) => {
      const leader = points[first]!;
      return Math.hypot(leader.x - x, leader.y - y) < ONE_PLACE;
    });
    if (stack === undefined) stacks.push([n]);
    else stack.push(n);
  }
  return stacks;
}
