import type { Source } from './mapping.ts';

/** Why a row of lamps, cabinets … is not taken. */
export const REFUSALS = [
  /** more or fewer cells than names, an open quote, no object */
  'broken',
  'noId',
  'badId',
  /** nothing to be read as a place */
  'noPlace',
  /** 0, 0 or beside it: an empty place that was exported as numbers */
  'zeroPlace',
  /** longitude and latitude, or x and y, in each other's column */
  'swapped',
  /** no place in its system, and one in the country in another */
  'otherSystem',
  /** no place on earth in its system, or outside of where the city's country is */
  'outside',
  /** far from all others */
  'far',
  /** its id has another row too, which says otherwise: none of them is taken */
  'sameId',
  /** of a street or district: no line, or no area */
  'noShape',
] as const;
export type RefusalKind = (typeof REFUSALS)[number];

/** What somebody should look at, though the row is taken. */
export const REMARKS = [
  /** the file says of itself that it is not all that its service has */
  'part',
  /** a number or date that is none: the field stays empty */
  'unreadable',
  /** its id is another row's but for case and spaces */
  'likeId',
  /** bytes that are no letter in its file's encoding */
  'garbled',
  /** a cabinet without a place: it is kept */
  'unplaced',
  /** the very same row again */
  'repeated',
  'samePlace',
  'unknownCabinet',
  'unknownCircuit',
  /** its circuit is listed under another cabinet */
  'otherCabinet',
  /** a circuit that is listed under no cabinet, and named by lamps of several: it is one for all of them */
  'sharedCircuit',
  'unknownStreet',
  /** its street is spelled otherwise elsewhere, and called as it is there; told once for each spelling */
  'spelled',
  /** a crossing further from all lamps than any that would light it */
  'unlit',
  /** a known lamp, cabinet … whose row is not taken: it stays as it was */
  'keptAsItWas',
] as const;
export type RemarkKind = (typeof REMARKS)[number];

/** One thing found in one row. */
interface Found {
  readonly kind: RefusalKind | RemarkKind;
  /** file and line, or `#` and which one */
  readonly at: string;
  readonly id?: string | undefined;
  /** what was read, or the other row's place in the file */
  readonly detail?: string | undefined;
  /** of a CSV's row that can't be read: how many cells it has, and how many names the first line has */
  readonly cells?: readonly [read: number, named: number];
  /** what in its source's mapping would mend it, such as `axes: latlon`: for a person to judge */
  readonly mend?: string | undefined;
}

/** One thing found in one row, with what the row is of. */
export interface Finding extends Found {
  readonly of: Source['kind'];
}

/** Told of what is found. */
export type Find = (found: Found) => void;

const refusals: ReadonlySet<string> = new Set(REFUSALS);
export const isRefusal = ({ kind }: Finding): boolean => refusals.has(kind);
