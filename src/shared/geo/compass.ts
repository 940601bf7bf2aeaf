/** The eight points of the compass, clockwise from north. */
export const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type CompassPoint = (typeof COMPASS)[number];

/** The point that is nearest to a bearing. @param bearing degrees clockwise from north */
export const compassOf = (bearing: number): CompassPoint =>
  COMPASS[((Math.round(bearing / 45) % 8) + 8) % 8]!;
