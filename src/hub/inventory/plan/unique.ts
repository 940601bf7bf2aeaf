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

const idOf = ({ id }: { readonly id: string }): string => id;

/**
 * One draft for each id, or for each of what else tells them apart, in the order of that. Rows that say different things of one id are all refused, each with the
 * place of another: which of them is right only a person knows, and whichever were taken would be taken by chance.
 */
export function oneForEach<T extends Placed & { readonly id: string }>(
  drafts: readonly T[],
  found: Find,
  keyOf: (one: T) => string = idOf,
): readonly T[] {
  const byKey = Map.groupBy(drafts, keyOf);
  return [...byKey.keys()].sort().flatMap((key) => {
    // In whatever order they come the same one of two that say the same is the first.
    const all = byKey.get(key)!.toSorted((a, b) => a.at.localeCompare(b.at, 'en', { numeric: true }));
    const first = all[0]!;
    const { id } = first;
    if (all.length === 1) return [first];
    const differ = new Set(all.map(said)).size > 1;
    for (const draft of all) {
      if (differ) {
        const other = (draft === first ? all[1]! : first).at;
        found({ kind: 'sameId', at: draft.at, id, detail: other, mend: mendOf(draft.at, other) });
      } else if (draft !== first) found({ kind: 'repeated', at: draft.at, id, detail: first.at });
    }
    return differ ? [] : [first];
  });
}

const fileOf = (at: string): string => at.replace(/[:#]\d+$/, '');

/** Files of several communes, say, each of which begins its numbers anew. */
const mendOf = (at: string, other: string): string | undefined =>
  fileOf(at) === fileOf(other) ? undefined : 'id: { column: …, prefix: … }';

/** The list of an import, one of each id; of an id whose rows are all refused what is known stays. */
export function listAfter<T extends Placed & { readonly id: string }, K extends { readonly id: string }>(
  drafts: readonly T[],
  known: readonly K[],
  found: Find,
  keyOf: (one: Omit<T, 'at'> | K) => string = idOf,
): readonly (Omit<T, 'at'> | K)[] {
  const taken = oneForEach(drafts, found, keyOf);
  const keys = new Set(taken.map(keyOf));
  const refused = new Map(drafts.filter((one) => !keys.has(keyOf(one))).map((one) => [keyOf(one), one.at]));
  const kept = known.filter((one) => refused.has(keyOf(one)));
  for (const one of kept) found({ kind: 'keptAsItWas', at: refused.get(keyOf(one))!, id: one.id });
  return [...taken.map(({ at: _, ...one }) => one), ...kept].toSorted((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );
}
