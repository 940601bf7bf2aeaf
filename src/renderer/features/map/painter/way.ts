import type { LampColumns, LampPalette, LampView } from './lamp-painter.ts';

/** What a picture is of. */
export interface Pictured {
  readonly columns: LampColumns;
  readonly view: LampView;
  readonly palette: LampPalette;
}

/** From the corner of one picture to that of another, whole device pixels. */
export type Way = readonly [dx: number, dy: number];

const LIKE_VIEW = ['scale', 'width', 'height', 'radius', 'pixelRatio'] as const;
const LIKE_COLUMNS = ['x', 'y', 'look'] as const;

/** Undefined where they differ by more than where they are, are at one place, or have nothing in common. */
export function wayTo(from: Pictured, to: Pictured): Way | undefined {
  const isLike =
    from.palette === to.palette &&
    LIKE_COLUMNS.every((column) => from.columns[column] === to.columns[column]) &&
    LIKE_VIEW.every((part) => from.view[part] === to.view[part]) &&
    from.view.shown.marks === to.view.shown.marks &&
    from.view.shown.rings === to.view.shown.rings;
  const [dx, dy] = [to.view.originX - from.view.originX, to.view.originY - from.view.originY];
  const isNear = Math.abs(dx) < to.view.width && Math.abs(dy) < to.view.height;
  const isWhole = Number.isInteger(dx) && Number.isInteger(dy);
  return isLike && isNear && isWhole && (dx !== 0 || dy !== 0) ? [dx, dy] : undefined;
}
