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
  /** what in its source's mapping would make it readable */
  readonly mend?: string;
}

/** What a file holds. */
export interface ReadFile {
  readonly rows: readonly Row[];
  readonly broken: readonly BrokenRow[];
  /** things of other kinds in it, which are not meant */
  readonly others?: number | undefined;
  /** how many things it has of how many, by its own word, where it is not all that its service has */
  readonly part?: string | undefined;
  /** the file's own word on its system */
  readonly crs?: Crs | undefined;
}
