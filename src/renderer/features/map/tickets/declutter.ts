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

/** Where tags may stand; marks, view and what covers it are in the same pixels. */
export interface TagField {
  readonly width: number;
  readonly height: number;
  /** the part that is on the screen */
  readonly view: Slab;
  /** what floats over the map */
  readonly covered: readonly Slab[];
}

/**
 * The picture and a picture's size around it, so that a drag finds tags where they will be; marks are given in pixels of
 * the container with its size added.
 * @param covered in pixels of the container
 */
export function fieldAround({ x, y }: Pick<Slab, 'x' | 'y'>, covered: readonly Slab[]): TagField {
  return {
    width: 3 * x,
    height: 3 * y,
    view: { x: 1.5 * x, y: 1.5 * y, width: x, height: y },
    covered: covered.map((slab) => ({ ...slab, x: slab.x + x, y: slab.y + y })),
  };
}

/**
 * Gives each tag a side where it covers no mark and no other tag, lies under nothing and isn't cut by the screen's
 * edge, or none. In order of importance.
 */
export function placeTags(boxes: readonly MarkBox[], { width, height, view, covered }: TagField): TagSide[] {
  const occupancy = new Occupancy(width, height);
  for (const slab of covered) occupancy.block(slab);
  for (const box of boxes) occupancy.block(markSlab(box));
  return boxes.map((box) => {
    const sides = box.open ? (['above', 'right', 'left'] as const) : (['right', 'left', 'above'] as const);
    const seen = isWithin({ ...box, width: 0, height: 0 }, view);
    const side = sides.find((each) => {
      const slab = tagSlab(box, each);
      return (seen ? isWithin : isApart)(slab, view) && occupancy.claim(slab);
    });
    return side ?? 'none';
  });
}

const isWithin = (a: Slab, b: Slab): boolean =>
  2 * Math.abs(a.x - b.x) <= b.width - a.width && 2 * Math.abs(a.y - b.y) <= b.height - a.height;
const isApart = (a: Slab, b: Slab): boolean =>
  2 * Math.abs(a.x - b.x) >= b.width + a.width || 2 * Math.abs(a.y - b.y) >= b.height + a.height;
