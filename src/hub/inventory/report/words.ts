import type { RefusalKind, RemarkKind } from '../finding.ts';
import type { Source } from '../mapping.ts';
import type { Stop } from '../plan/report.ts';
import type { ImportResult } from '../run.ts';

/** What the report of an import says. Numbers come written in the language already. */
export interface ReportWords {
  readonly title: Readonly<Record<'dry' | 'written' | 'stopped', string>>;
  readonly sources: string;
  readonly kinds: Readonly<Record<Source['kind'], string>>;
  readonly source: (count: {
    readonly rows: string;
    readonly taken: string;
    readonly refused: string;
    readonly repeated: string;
    readonly skipped: string;
  }) => string;
  readonly lamps: string;
  readonly beforeAfter: (before: string, after: string) => string;
  readonly added: (count: string, returned: string) => string;
  readonly removed: (count: string, renumbered: string) => string;
  readonly moved: (count: string, farthest: string) => string;
  readonly changed: (count: string) => string;
  readonly rehoused: (count: string) => string;
  readonly unchanged: (count: string) => string;
  readonly fields: Readonly<Record<string, string>>;
  readonly refused: string;
  readonly remarks: string;
  readonly finding: Readonly<Record<RefusalKind | RemarkKind, string>>;
  /** of a row: cells that it has, and names in the first line */
  readonly cells: (read: string, named: string) => string;
  readonly mend: (option: string, count: string) => string;
  readonly more: (count: string) => string;
  readonly districts: (count: string, made: string) => string;
  readonly streets: (names: string, pieces: string, derived: boolean) => string;
  readonly cabinets: (after: string, added: string, removed: string) => string;
  readonly circuits: (after: string, added: string, removed: string) => string;
  readonly crossings: (after: string, added: string, removed: string) => string;
  readonly crossingsReturned: (count: string) => string;
  readonly crossingsMoved: (count: string, farthest: string) => string;
  readonly took: (seconds: string) => string;
  readonly stop: (stop: Stop, share: string, most: string) => string;
  readonly next: Readonly<Record<NonNullable<ImportResult['written']>, string>>;
}
