import type { Priority } from '../../shared/ticket/model.ts';

export interface PriorityShape {
  readonly outline: string;
  /** the stroke inside what is filled */
  readonly stroke?: string;
}

/** SVG paths in a box of 24: octagon, triangle, diamond, circle. Shape says what colour says. */
export const PRIORITY_SHAPES: Readonly<Record<Priority, PriorityShape>> = {
  1: { outline: 'M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z', stroke: 'M12 6v7.5M12 17v.6' },
  2: { outline: 'M12 2 23 21.7H1z', stroke: 'M12 9v6M12 18v.4' },
  3: { outline: 'M12 2 22 12 12 22 2 12z' },
  4: { outline: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z' },
};
