import { Occupancy, type Slab } from '../labels/occupancy.ts';

export type TagSide = 'right' | 'left' | 'above' | 'none';

/** The mark of a ticket or unit on the screen; the first in a list is the most important. */
export interface MarkBox {
  readonly x: number;
  readonly y: number;
  readonly tagWidth: number;
  /** the open ticket: larger, its tag above it */
  readonly open: boolean;
  /** it stands beside its place where another mark lies there; where it stood so before, it stays if it can */
  readonly gives?: Shift | undefined;
}

/** Of a mark from its place, CSS pixels. */
export interface Shift {
  readonly dx: number;
  readonly dy: number;
}
export const IN_PLACE: Shift = { dx: 0, dy: 0 };

/** Where a mark and its tag stand. */
export interface MarkPlace extends Shift {
  readonly side: TagSide;
}

/** A mark as its layer hands it over to be placed among those of others. */
export interface TaggedMark {
  /** in pixels of the container */
  readonly box: MarkBox;
  /** the least has its place first */
  readonly rank: number;
  readonly put: (place: MarkPlace) => void;
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

/** Of the places where a mark that gives way may stand from one to the next, and the farthest, CSS pixels. */
const [GRAIN, FAR] = [13, 91];
const STEPS = Array.from({ length: 1 + (2 * FAR) / GRAIN }, (_, n) => n * GRAIN - FAR);
/** Those places, the nearest first; of two as near the one below or above: tags stand beside their marks. */
const WAYS: readonly Shift[] = STEPS.flatMap((dx) => STEPS.map((dy): Shift => ({ dx, dy })))
  .filter(({ dx, dy }) => Math.hypot(dx, dy) <= FAR)
  .toSorted(
    (a, b) =>
      Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy) || Math.abs(a.dx) - Math.abs(b.dx) || b.dy - a.dy,
  );
/** Of one mark from another: their borders stay apart. */
const APART = 2;

/**
 * Places marks with their tags, the most important first. Marks that don't give way stay where they are; the others stand
 * beside what is placed before them. A tag has the side where it covers no mark and no other tag, lies under nothing and
 * isn't cut by the screen's edge, or none.
 */
export function placeMarks(boxes: readonly MarkBox[], field: TagField): readonly MarkPlace[] {
  const occupancy = new Occupancy(field.width, field.height);
  const taken: Slab[] = [];
  const take = (slab: Slab): void => {
    taken.push(slab);
    occupancy.block(slab);
  };
  for (const slab of field.covered) occupancy.block(slab);
  for (const box of boxes) if (box.gives === undefined) take(markSlab(box));
  return boxes.map((box) => {
    const shift = box.gives === undefined ? IN_PLACE : freed(box, box.gives, taken);
    const stands = { ...box, x: box.x + shift.dx, y: box.y + shift.dy };
    if (box.gives !== undefined) take(markSlab(stands));
    const side = sideOf(stands, occupancy, field.view);
    if (side !== 'none') taken.push(tagSlab(stands, side));
    return { ...shift, side };
  });
}

function sideOf(box: MarkBox, occupancy: Occupancy, view: Slab): TagSide {
  const sides = box.open ? (['above', 'right', 'left'] as const) : (['right', 'left', 'above'] as const);
  const seen = isWithin({ ...box, width: 0, height: 0 }, view);
  const side = sides.find((each) => {
    const slab = tagSlab(box, each);
    return (seen ? isWithin : isApart)(slab, view) && occupancy.claim(slab);
  });
  return side ?? 'none';
}

/** Where it covers none of these; at its place where there is no room near by. */
function freed(box: MarkBox, before: Shift, taken: readonly Slab[]): Shift {
  const isFree = ({ dx, dy }: Shift): boolean => {
    const { x, y, width, height } = markSlab(box);
    const grown = { x: x + dx, y: y + dy, width: width + 2 * APART, height: height + 2 * APART };
    return taken.every((other) => isApart(grown, other));
  };
  return [IN_PLACE, before, ...WAYS].find(isFree) ?? IN_PLACE;
}

const isWithin = (a: Slab, b: Slab): boolean =>
  2 * Math.abs(a.x - b.x) <= b.width - a.width && 2 * Math.abs(a.y - b.y) <= b.height - a.height;
const isApart = (a: Slab, b: Slab): boolean =>
  2 * Math.abs(a.x - b.x) >= b.width + a.width || 2 * Math.abs(a.y - b.y) >= b.height + a.height;
