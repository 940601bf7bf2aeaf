import type { Slab } from './occupancy.ts';

/** What floats over a map, in pixels of its container, whose siblings they are: nothing may be written under them. */
export function coveredOf(container: HTMLElement): Slab[] {
  const frame = container.getBoundingClientRect();
  return [...(container.parentElement?.children ?? [])]
    .filter((sibling) => sibling !== container)
    .map((sibling) => sibling.getBoundingClientRect())
    .map(({ left, top, width, height }) => ({
      x: left - frame.left + width / 2,
      y: top - frame.top + height / 2,
      width,
      height,
    }));
}
