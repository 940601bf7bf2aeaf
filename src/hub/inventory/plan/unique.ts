import type { Find } from '../finding.ts';

interface Placed {
  readonly at: string;
}

/** What a draft says, the same text whatever order its keys came in; where it stands in its file is no part of it. */
function said(draft: Placed): string {
  const sorted = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(sorted);
    const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  return JSON.stringify(sorted({ ...draft, at: undefined }));
}

/**
 * One draft for each id, in the order of ids. Of rows that say different things of one id the same one is taken in
 * whatever order they come, or each export would change the lamp; the others are refused, with the place of the one
 * that is taken.
 */
export function oneForEach<T extends Placed & { readonly id: string }>(
  drafts: readonly T[],
  found: Find,
): readonly T[] {
  const byId = Map.groupBy(drafts, ({ id }) => id);
  return [...byId.keys()].sort().map((id) => {
    const all = byId.get(id)!;
    if (all.length === 1) return all[0]!;
    const texts = new Map(all.map((draft) => [draft, said(draft)]));
    const least = all.reduce((one, other) => (texts.get(other)! < texts.get(one)! ? other : one));
    for (const draft of all) {
      if (draft === least) continue;
      const kind = texts.get(draft) === texts.get(least) ? 'repeated' : 'sameId';
      found({ kind, at: draft.at, id, detail: least.at });
    }
    return least;
  });
}
