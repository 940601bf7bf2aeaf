import { lendFocus } from '../ui/index.ts';

const REGIONS = 'header, nav, section[aria-label]';
/** Where a region's own keys work: the map pans, the queue moves. */
const ENTRY = '[data-entry]';

/** The place that is `step` on from another, round and round; from nowhere the first or the last. */
export function onward(count: number, at: number, step: 1 | -1): number {
  return at < 0 && step < 0 ? count - 1 : (at + step + count) % count;
}

/** Leads the keyboard to the next region of the window, whole: a map with hundreds of tickets is one step. */
export function goToRegion(step: 1 | -1): void {
  if (document.querySelector('dialog[open]') !== null) return;
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(
    (region) =>
      region.parentElement?.closest(REGIONS) == null &&
      region.childElementCount > 0 &&
      region.closest('[inert]') === null &&
      region.checkVisibility(),
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[onward(regions.length, at, step)];
  if (next === undefined) return;
  lendFocus(next.querySelector<HTMLElement>(ENTRY) ?? next);
}
