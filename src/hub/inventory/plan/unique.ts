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
 * One draft for each id, in the order of ids. Rows that say different things of one id are all refused, each with the
 * place of another: which of them is right only a person knows, and whichever were taken would be taken by chance.
 */
export function oneForEach<T extends Placed & { readonly id: string }>(
  drafts: readonly T[],
  found: Find,
): readonly T[] {
  const byId = Map.groupBy(drafts, ({ id }) => id);
  return [...byId.keys()].sort().flatMap((id) => {
    // In whatever order they come the same one of two that say the same is the first.
    const all = byId.get(id)!.toSorted((a, b) => a.at.localeCompare(b.at, 'en', { numeric: true }));
    const first = all[0]!;
    if (all.length === 1) return [first];
    const differ = new Set(all.map(said)).size > 1;
    for (const draft of all) {
      if (differ) found({ kind: 'sameId', at: draft.at, id, detail: (draft === first ? all[1]! : first).at });
      else if (draft !== first) found({ kind: 'repeated', at: draft.at, id, detail: first.at });
    }
    return differ ? [] : [first];
  });
}

/** The list of an import, one of each id; of an id whose rows are all refused what is known stays. */
export function listAfter<T extends Placed & { readonly id: string }, K extends { readonly id: string }>(
  drafts: readonly T[],
  known: readonly K[],
  found: Find,
): readonly (Omit<T, 'at'> | K)[] {
  const taken = oneForEach(drafts, found);
  const ids = new Set(taken.map(({ id }) => id));
  const refused = new Map(drafts.filter(({ id }) => !ids.has(id)).map(({ id, at }) => [id, at]));
  const kept = known.filter(({ id }) => refused.has(id));
  for (const { id } of kept) found({ kind: 'keptAsItWas', at: refused.get(id)!, id });
  return [...taken.map(({ at: _, ...one }) => one), ...kept].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
