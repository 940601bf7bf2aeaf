import { changedParts, PARTS, type PartList } from './changed-parts.ts';
import type { LightingPlan } from './model.ts';

/**
 * What somebody changed on an earlier version, carried over to a later one: part by part, theirs where both have changed
 * the same. Whether the whole still hangs together is for `planFaults` to say.
 * @returns with the version and all else of `onto`
 */
export function carryOver(base: LightingPlan, mine: LightingPlan, onto: LightingPlan): LightingPlan {
  const changes = changedParts(base, mine);
  const lists = PARTS.map((list) => [list, carried(list, mine, onto, changes)] as const);
  const place = base.place.join() === mine.place.join() ? onto.place : mine.place;
  return { ...onto, place, ...(Object.fromEntries(lists) as Partial<LightingPlan>) };
}

function carried(
  list: PartList,
  mine: LightingPlan,
  onto: LightingPlan,
  changes: ReturnType<typeof changedParts>,
): readonly object[] {
  const how = new Map(changes.filter((one) => one.list === list).map((one) => [one.id, one.how]));
  const its = new Map(mine[list].map((part) => [part.id as string, part as object]));
  const stays = (onto[list] as readonly { readonly id: string }[]).flatMap((part): object[] => {
    const change = how.get(part.id);
    if (change === 'removed') return [];
    return [change === undefined ? part : (its.get(part.id) ?? part)];
  });
  const there = new Set(onto[list].map(({ id }) => id as string));
  const added = [...how].flatMap(([id, change]) => {
    const part = its.get(id);
    return change === 'removed' || there.has(id) || part === undefined ? [] : [part];
  });
  return [...stays, ...added];
}
