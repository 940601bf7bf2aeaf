import type { LightingPlan } from './model.ts';

/** The lists of a plan, in the order in which people read them. */
export const PARTS = [
  'controlPrograms',
  'calendars',
  'presence',
  'floors',
  'groups',
  'incidents',
  'scenes',
] as const;
export type PartList = (typeof PARTS)[number];

/** A part of a plan that another plan says otherwise. */
export interface ChangedPart {
  readonly list: PartList;
  readonly id: string;
  readonly name: LightingPlan['groups'][number]['name'];
  /** moved: it stands before or behind others than it did, and counts sooner or later */
  readonly how: 'added' | 'changed' | 'removed' | 'moved';
}

/** What one plan says otherwise than another, part by part; of groups, of which the first that fits counts, their order too. */
export function changedParts(before: LightingPlan, after: LightingPlan): readonly ChangedPart[] {
  return PARTS.flatMap((list) => {
    const [was, is] = [byId(before, list), byId(after, list)];
    const moved = list === 'groups' ? movedIn([...was.keys()], [...is.keys()]) : new Set();
    const gone = [...was.values()].filter(({ id }) => !is.has(id));
    return [
      ...[...is.values()].flatMap(({ id, name, said }): ChangedPart[] => {
        const known = was.get(id);
        if (known === undefined) return [{ list, id, name, how: 'added' }];
        if (known.said !== said) return [{ list, id, name, how: 'changed' }];
        return moved.has(id) ? [{ list, id, name, how: 'moved' }] : [];
      }),
      ...gone.map(({ id, name }): ChangedPart => ({ list, id, name, how: 'removed' })),
    ];
  });
}

function byId(plan: LightingPlan, list: PartList) {
  const parts = plan[list].map((part) => ({
    id: part.id as string,
    name: part.name,
    said: inOneOrder(part),
  }));
  return new Map(parts.map((part) => [part.id, part]));
}

/** What it says, in whichever order its fields were written. */
const inOneOrder = (part: object): string =>
  JSON.stringify(part, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
      : value,
  );

/** What stands in another order, as few as could have been moved to make it so. */
export function movedIn(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const stood = new Map(before.map((id, at) => [id, at]));
  const there = after.filter((id) => stood.has(id));
  // The longest of them that stand as they did, each from what stood before it: those have not moved.
  const runs: (readonly string[])[] = [];
  for (const id of there) {
    const ahead = runs.filter((_, n) => stood.get(there[n]!)! < stood.get(id)!);
    runs.push([...longest(ahead), id]);
  }
  const stayed = new Set(longest(runs));
  return new Set(there.filter((id) => !stayed.has(id)));
}

const longest = (runs: readonly (readonly string[])[]): readonly string[] =>
  runs.reduce((best, run) => (run.length > best.length ? run : best), []);
