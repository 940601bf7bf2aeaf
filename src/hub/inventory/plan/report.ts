import type { DistrictId } from '../../../shared/ids.ts';
import type { Finding } from '../finding.ts';
import type { SourceCount } from '../read/sources.ts';
import type { LampChanges } from './changes.ts';

/** Why nothing is imported. */
export type Stop =
  /** more than the configured share of the rows of lamps or of crossings is refused, or of known ones would be removed */
  | {
      readonly kind: 'refused' | 'removed';
      readonly what: 'lamp' | 'crossing';
      readonly count: number;
      readonly of: number;
      readonly most: number;
    }
  /** one message of this district would be more than the broker takes */
  | {
      readonly kind: 'tooLarge';
      readonly district: DistrictId;
      readonly lamps: number;
      readonly bytes: number;
    };

/** How a list of cabinets or circuits changes. */
export interface ListChanges {
  readonly before: number;
  readonly after: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** How the list of crossings changes. */
export interface CrossingChanges extends ListChanges {
  /** of the added, those that were here before */
  readonly returned: readonly string[];
  /** metres */
  readonly moved: readonly { readonly id: string; readonly metres: number }[];
}

/** What an import found and would change, or has changed. */
export interface ImportReport {
  readonly sources: readonly SourceCount[];
  readonly findings: readonly Finding[];
  readonly lamps: LampChanges & { readonly before: number; readonly after: number };
  readonly districts: readonly {
    readonly id: DistrictId;
    readonly name: string;
    readonly lamps: number;
    /** the city has none, or none here: it was made */
    readonly made: boolean;
  }[];
  readonly streets: { readonly pieces: number; readonly names: number; readonly derived: boolean };
  readonly cabinets: ListChanges;
  readonly circuits: ListChanges;
  readonly crossings: CrossingChanges;
  readonly stops: readonly Stop[];
}

export function listChanges<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string = ({ id }) => id,
): ListChanges {
  const [old, now] = [before, after].map((list) => new Set(list.map(keyOf)));
  return {
    before: before.length,
    after: after.length,
    added: [...now!].filter((id) => !old!.has(id)),
    removed: [...old!].filter((id) => !now!.has(id)),
  };
}
