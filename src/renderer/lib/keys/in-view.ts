/** From its upper to its lower edge, px from the top of the window. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Edges fall between pixels: so much of it may be cut off without a word being lost, px. */
const SLACK = 4;

/**
 * Whether all of something is seen through what cuts it off; of what is higher than that, as much as there is room for.
 * @param windows what it is seen through: the window and each part that scrolls
 */
export function isWhole(thing: Span, windows: readonly Span[]): boolean {
  const top = Math.max(...windows.map((one) => one.top));
  const bottom = Math.min(...windows.map((one) => one.bottom));
  const seen = Math.min(thing.bottom, bottom) - Math.max(thing.top, top);
  const room = Math.min(thing.bottom - thing.top, bottom - top);
  return room > 0 && seen >= room - SLACK;
}

/** Brings an element before the eyes. @returns whether it was there already */
export function wasInView(element: Element): boolean {
  const windows: Span[] = [{ top: 0, bottom: window.innerHeight }];
  for (let around = element.parentElement; around !== null; around = around.parentElement)
    if (getComputedStyle(around).overflowY !== 'visible') windows.push(around.getBoundingClientRect());
  if (isWhole(element.getBoundingClientRect(), windows)) return true;
  element.scrollIntoView({ block: 'center' });
  return false;
}
