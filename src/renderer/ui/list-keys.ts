/** Lines that a page goes, in a list over the map. */
const PAGE = 5;

/**
 * Where a key moves the cursor of a list, from 0: arrows by one, Page by five, Home and End to its ends, never beyond.
 * @param length at least 1 @returns undefined for a key that moves none
 */
export function cursorAfter(key: string, at: number, length: number): number | undefined {
  const last = length - 1;
  const to = {
    ...{ ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE, PageUp: at - PAGE },
    ...{ Home: 0, End: last },
  }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(last, to));
}
