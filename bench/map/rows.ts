import type { Row } from '../report.ts';
import { quantile, type Taken } from './measure.ts';

type Measure = keyof Taken;

const RIVALS = {
  canvas: 'circleMarker, preferCanvas',
  svg: 'circleMarker, SVG',
  markercluster: 'markercluster',
  glify: 'glify',
} as const;
type Rival = keyof typeof RIVALS;

/**
 * Goals against circle markers on a canvas; the others are told for comparison and must not be better than we are,
 * except markercluster, which shows no lamps and so has nothing to paint when they change.
 */
const AGAINST: readonly (readonly [Measure, string, string, number])[] = [
  ['first', 'first paint', 'ms', 1 / 2],
  ['cpu', 'CPU of all processes at 1,000 changes/s, above the empty map', 'ms/s', 1 / 3],
  ['live', 'main thread at 1,000 changes/s, above the empty map', 'ms/s', 1 / 3],
  ['burst', 'all lamps change at once, above the empty map', 'ms', 1 / 2],
  ['hover', 'what the pointer means', 'ms', 1 / 3],
  ['frameP95', 'p95 frame while moved, 2,000 changes/s', 'ms', 1],
  ['zoomP95', 'p95 frame while zoomed', 'ms', 1],
  ['heap', 'JavaScript heap', 'MiB', 1 / 20],
];
/** Where a rival draws none of it, there is nothing to compare. */
const WITHOUT_CLUSTERS: readonly Measure[] = ['cpu', 'live', 'burst', 'frameP95', 'zoomP95'];
const ABOVE_EMPTY: readonly Measure[] = ['cpu', 'live', 'burst'];
/** Without a card these draw on one that the processor imitates, which costs even where nothing is drawn. */
const BY_WEBGL = ['webgl', 'glify'];
const FRAMES: readonly (readonly [Measure, string, number])[] = [
  ['frameMedian', 'median frame while moved, 2,000 changes/s', 17],
  ['frameP95', 'p95 frame while moved, 2,000 changes/s, by itself', 35],
];
/** A task beyond this is a hang. */
const LONGEST = 300;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * @param taken by count of lamps, then by who drew them
 * @param card whether WebGL had one; by the processor it is compared with glify only, which has none either
 */
export function mapRows(
  taken: Readonly<Record<string, Readonly<Record<string, Taken>>>>,
  card: boolean,
): readonly Row[] {
  return Object.entries(taken).flatMap(([count, by]) => {
    const lamps = `${Number(count).toLocaleString('en')} lamps`;
    const of = (name: string, measure: Measure): readonly number[] => {
      const values = by[name]?.[measure] ?? [];
      if (!ABOVE_EMPTY.includes(measure)) return values;
      const floor = median(by[BY_WEBGL.includes(name) ? 'emptyWebgl' : 'empty']?.[measure] ?? []);
      return values.map((value) => Math.max(0.01, value - floor));
    };
    const rivalsOf = (painter: string, measure: Measure): readonly Rival[] =>
      (Object.keys(RIVALS) as Rival[]).filter(
        (name) =>
          by[name] !== undefined &&
          (painter === 'splat' || card || name === 'glify') &&
          !(name === 'markercluster' && WITHOUT_CLUSTERS.includes(measure)),
      );
    return (['splat', 'webgl'] as const).flatMap((painter): Row[] => [
      ...AGAINST.flatMap(([measure, words, unit, goal]) =>
        rivalsOf(painter, measure).map(
          (rival): Row => ({
            measure: `${lamps}, ${painter}: ${words}`,
            unit,
            ours: of(painter, measure),
            rival: of(rival, measure),
            rivalName: RIVALS[rival],
            goal: rival === 'canvas' ? goal : 1,
            good: 'at most',
          }),
        ),
      ),
      ...(painter === 'webgl' && card
        ? [
            {
              measure: `${lamps}, webgl: main thread at 1,000 changes/s, above the empty map`,
              unit: 'ms/s',
              ours: of(painter, 'live'),
              goal: 15,
              good: 'at most',
            } as const,
          ]
        : []),
      ...(painter === 'splat' || card ? FRAMES : []).map(
        ([measure, words, goal]): Row => ({
          measure: `${lamps}, ${painter}: ${words}`,
          unit: 'ms',
          ours: of(painter, measure),
          goal,
          good: 'at most',
        }),
      ),
      {
        measure: `${lamps}, ${painter}: longest task`,
        unit: 'ms',
        ours: of(painter, 'longest'),
        goal: LONGEST,
        good: 'at most',
      },
    ]);
  });
}

/** @param taken ms by who drew, a list a round */
export const latencyRows = (
  taken: Readonly<Record<'splat' | 'canvas', readonly (readonly number[])[]>>,
): readonly Row[] =>
  ([0.5, 0.95] as const).flatMap((share): Row[] => {
    const measure = `34,000 lamps, splat: from a lamp's message at the broker to its pixel, p${100 * share}`;
    const [ours, rival] = [taken.splat, taken.canvas].map((rounds) =>
      rounds.map((one) => quantile(one, share)),
    );
    return [
      { measure, unit: 'ms', ours: ours!, goal: 500, good: 'at most' },
      { measure, unit: 'ms', ours: ours!, rival: rival!, rivalName: RIVALS.canvas, goal: 1, good: 'at most' },
    ];
  });
