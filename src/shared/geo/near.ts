import KDBush from 'kdbush';
import { DEGREE_M, type Position } from './position.ts';

/** Finds what is near among places of one city: on a plane that is true to a thousandth there. */
export interface NearIndex {
  /** those within so many metres, each as its index, in order */
  readonly within: (position: Position, metres: number) => readonly number[];
  /** the nearest one; of equally near ones the first. There must be any */
  readonly nearest: (position: Position) => number;
}

export function nearIndex(positions: readonly Position[]): NearIndex {
  const scale = Math.cos(((positions[0]?.[1] ?? 0) * Math.PI) / 180);
  const xy = ([lon, lat]: Position) => [lon * scale * DEGREE_M, lat * DEGREE_M] as const;
  const planar = positions.map(xy);
  const tree = new KDBush(positions.length);
  for (const [x, y] of planar) tree.add(x, y);
  tree.finish();
  const within = (position: Position, metres: number) => {
    const [x, y] = xy(position);
    return tree.within(x, y, metres).sort((a, b) => a - b);
  };
  return {
    within,
    nearest: (position) => {
      const [x, y] = xy(position);
      const far = (i: number) => Math.hypot(planar[i]![0] - x, planar[i]![1] - y);
      for (let metres = 50; metres < 1e8; metres *= 4) {
        const near = within(position, metres);
        if (near.length > 0) return near.reduce((best, i) => (far(i) < far(best) ? i : best));
      }
      throw new RangeError('nothing to be near to');
    },
  };
}
