import type { StreetRank } from '../streets.ts';

/** Width of a street on the screen: its width on the ground, but never less than can be seen. */
export const widthOfStreet: Readonly<Record<StreetRank, (perMetre: number) => number>> = {
  main: (perMetre) => Math.max(perMetre < 0.08 ? 1.4 : 2.6, 20 * perMetre),
  minor: (perMetre) => Math.max(perMetre < 0.08 ? 0.5 : 1.2, 10 * perMetre),
};
