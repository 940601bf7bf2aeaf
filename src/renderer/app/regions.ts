const REGIONS = 'header, nav, main section[aria-label]';

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
      region.closest('[inert]') === null &&
      region.checkVisibility(),
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[onward(regions.length, at, step)];
  if (next === undefined) return;
  const focusable = next.hasAttribute('tabindex');
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  if (!focusable) next.addEventListener('blur', () => next.removeAttribute('tabindex'), { once: true });
}
