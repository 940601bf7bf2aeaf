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
  readonly how: 'added' | 'changed' | 'removed';
}

/** What one plan says otherwise than another, part by part; where lists are in another order, that too. */
export function changedParts(before: LightingPlan, after: LightingPlan): readonly ChangedPart[] {
  return PARTS.flatMap((list) => {
    const [was, is] = [byId(before, list), byId(after, list)];
    const gone = [...was.values()].filter(({ id }) => !is.has(id));
    return [
      ...[...is.values()].flatMap(({ id, name, said }): ChangedPart[] => {
        const known = was.get(id);
        if (known?.said === said) return [];
        return [{ list, id, name, how: known === undefined ? 'added' : 'changed' }];
      }),
      ...gone.map(({ id, name }): ChangedPart => ({ list, id, name, how: 'removed' })),
    ];
  });
}

function byId(plan: LightingPlan, list: PartList) {
  const parts = plan[list].map((part, at) => ({
    id: part.id as string,
    name: part.name,
    // Of groups the first that a lamp fits counts: their order is a part of what they say.
    said: JSON.stringify(list === 'groups' ? [at, part] : part),
  }));
  return new Map(parts.map((part) => [part.id, part]));
}
