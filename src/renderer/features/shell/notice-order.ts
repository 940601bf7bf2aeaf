import type { Notice } from '../../lib/notices/index.ts';

/** The latest first; before all those of which somebody has to see to a ticket, what is only to be known after them. */
export const inOrder = (list: readonly Notice[]): readonly Notice[] =>
  list.toReversed().toSorted((a, b) => Number(a.ticket === undefined) - Number(b.ticket === undefined));
