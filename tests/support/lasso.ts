import type { Page } from '@playwright/test';
import type { Spot } from './map-picture.ts';

/** Round the lamps 0 to 4 and 15 to 19 of a street of twenty, whose first and last stand there. */
export function bothEnds(first: Spot, last: Spot): readonly Spot[] {
  const step = { x: (last.x - first.x) / 19, y: (last.y - first.y) / 19 };
  const long = Math.hypot(step.x, step.y);
  /** @param lamp how far along @param beside px to its right */
  const at = (lamp: number, beside: number): Spot => ({
    x: first.x + lamp * step.x - (beside * step.y) / long,
    y: first.y + lamp * step.y + (beside * step.x) / long,
  });
  const past = [at(19.5, -8), at(14.5, -8), at(14.5, 4), at(4.5, 4), at(4.5, -8)];
  return [at(-0.5, -8), at(-0.5, 8), at(19.5, 8), ...past, at(-0.5, -8)];
}

/** Presses at the first of these, goes to each of the others, and lets go. */
export async function drag(page: Page, [start, ...path]: readonly Spot[]): Promise<void> {
  await page.mouse.move(start!.x, start!.y);
  await page.mouse.down();
  for (const { x, y } of path) await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.up();
}
