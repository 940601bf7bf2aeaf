import type { Notice } from '../../lib/notices/index.ts';

/** The latest first; before all those of which somebody has to see to a ticket, after all what is calm. */
export const inOrder = (list: readonly Notice[]): readonly Notice[] =>
  list.toReversed().toSorted((a, b) => rank(a) - rank(b));

const rank = ({ ticket, calm }: Notice): number => (calm !== undefined ? 2 : ticket === undefined ? 1 : 0);
