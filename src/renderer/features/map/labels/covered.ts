import type { CanvasView } from '../layer/view.ts';
import type { Slab } from './occupancy.ts';

/**
 * What floats over a map, in pixels of its container, whose siblings they are: nothing may be written under them. Of a
 * mere frame (`data-frame`) what stands in it.
 */
export function coveredOf(container: HTMLElement): Slab[] {
  const frame = container.getBoundingClientRect();
  return [...(container.parentElement?.children ?? [])]
    .filter((sibling) => sibling !== container)
    .flatMap((sibling) => (sibling.hasAttribute('data-frame') ? [...sibling.children] : [sibling]))
    .map((sibling) => sibling.getBoundingClientRect())
    .map(({ left, top, width, height }) => ({
      x: left - frame.left + width / 2,
      y: top - frame.top + height / 2,
      width,
      height,
    }));
}

/** From pixels of the container: a canvas reaches as far beyond each of its edges. */
export const onCanvas = (
  { width, height }: CanvasView,
  size: { readonly x: number; readonly y: number },
  slab: Slab,
): Slab => ({ ...slab, x: slab.x + (width - size.x) / 2, y: slab.y + (height - size.y) / 2 });

/** Tells when something floats over a map elsewhere or in another size. @returns stops it */
export function watchCovered(container: HTMLElement, changed: () => void): () => void {
  const sizes = new ResizeObserver(changed);
  const observe = () => {
    sizes.disconnect();
    for (const sibling of container.parentElement?.children ?? [])
      if (sibling !== container) sizes.observe(sibling);
  };
  const siblings = new MutationObserver(observe);
  if (container.parentElement) siblings.observe(container.parentElement, { childList: true });
  observe();
  return () => {
    sizes.disconnect();
    siblings.disconnect();
  };
}
