import { Occupancy, type Slab } from '../labels/occupancy.ts';

export type TagSide = 'right' | 'left' | 'above' | 'none';

/** A ticket's mark on the screen; the first in a list is the most important. */
export interface MarkBox {
  readonly x: number;
  readonly y: number;
  readonly tagWidth: number;
  /** the open ticket: larger, its tag above it */
  readonly open: boolean;
}

const TAG_HEIGHT = 26;
const MARK = 22;
const OPEN_MARK = 50;
/** as in tickets.css; more than the grain of the occupancy, or a mark would push its own tag away */
const GAP = 7;

export const markSlab = ({ x, y, open }: MarkBox): Slab => {
  const side = open ? OPEN_MARK : MARK;
  return { x, y, width: side, height: side };
};

export function tagSlab(box: MarkBox, side: Exclude<TagSide, 'none'>): Slab {
  const half = (box.open ? OPEN_MARK : MARK) / 2 + GAP;
  const size = { width: box.tagWidth, height: TAG_HEIGHT };
  if (side === 'above') return { x: box.x, y: box.y - half - TAG_HEIGHT / 2, ...size };
  const aside = half + box.tagWidth / 2;
  return { x: side === 'right' ? box.x + aside : box.x - aside, y: box.y, ...size };
}

/** Gives each tag a side where it covers no mark and no other tag, or none. In order of importance. */
export function placeTags(boxes: readonly MarkBox[], width: number, height: number): TagSide[] {
  const occupancy = new Occupancy(width, height);
  for (const box of boxes) occupancy.block(markSlab(box));
  return boxes.map((box) => {
    const sides = box.open ? (['above', 'right', 'left'] as const) : (['right', 'left', 'above'] as const);
    return sides.find((side) => occupancy.claim(tagSlab(box, side))) ?? 'none';
  });
}
