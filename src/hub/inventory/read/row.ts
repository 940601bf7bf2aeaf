import type { Crs } from './projection.ts';

/** One thing as a file has it. */
export interface Row {
  /** file and line; for formats without lines of their own, `#` and which one it is, from 1 */
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** GeoJSON in the file's system, unchecked */
  readonly geometry?: unknown;
}

/** A row of which nothing can be read. */
export interface BrokenRow {
  readonly at: string;
  /** as it was found */
  readonly detail?: string;
  /** of a CSV: how many cells it has, and how many names the first line has */
  readonly cells?: readonly [read: number, named: number];
}

/** What a file holds. */
export interface ReadFile {
  readonly rows: readonly Row[];
  readonly broken: readonly BrokenRow[];
  /** the file's own word on its system */
  readonly crs?: Crs | undefined;
}
