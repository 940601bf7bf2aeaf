import { changedParts, movedIn, PARTS, type PartList } from './changed-parts.ts';
import type { LightingPlan } from './model.ts';

/**
 * What somebody changed on an earlier version, carried over to a later one: part by part, theirs where both have changed
 * the same. Whether the whole still hangs together is for `planFaults` to say.
 * @returns with the version and all else of `onto`
 */
export function carryOver(base: LightingPlan, mine: LightingPlan, onto: LightingPlan): LightingPlan {
  const changes = changedParts(base, mine);
  const lists = PARTS.map((list) => [list, carried(list, base, mine, onto, changes)] as const);
  const place = base.place.join() === mine.place.join() ? onto.place : mine.place;
  return { ...onto, place, ...(Object.fromEntries(lists) as Partial<LightingPlan>) };
}

interface Part {
  readonly id: string;
}

function carried(
  list: PartList,
  base: LightingPlan,
  mine: LightingPlan,
  onto: LightingPlan,
  changes: ReturnType<typeof changedParts>,
): readonly Part[] {
  const how = new Map(changes.filter((one) => one.list === list).map((one) => [one.id, one.how]));
  const [own, their]: readonly (readonly Part[])[] = [mine[list], onto[list]];
  const its = new Map(own!.map((part) => [part.id, part]));
  const stays = their!.flatMap((part): Part[] => {
    const change = how.get(part.id);
    if (change === 'removed') return [];
    return [change === undefined || change === 'moved' ? part : (its.get(part.id) ?? part)];
  });
  const there = new Set(idsOf(their!));
  const added = own!.filter(({ id }) => !there.has(id) && how.has(id) && how.get(id) !== 'moved');
  if (list !== 'groups') return [...stays, ...added];
  // Of groups the first that a lamp fits counts: where one stands is a part of what was changed.
  const moved = movedIn(idsOf(base.groups), idsOf(mine.groups));
  const toPlace = [...stays.filter(({ id }) => moved.has(id)), ...added];
  return inPlace(
    stays.filter(({ id }) => !moved.has(id)),
    toPlace,
    idsOf(own!),
  );
}

const idsOf = (parts: readonly Part[]): readonly string[] => parts.map(({ id }) => id);

/** Each of those that were added or moved comes behind what its author put it behind, as far as that is there. */
function inPlace(
  parts: readonly Part[],
  toPlace: readonly Part[],
  order: readonly string[],
): readonly Part[] {
  const all = [...parts];
  for (const part of toPlace.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))) {
    const ahead = new Set(order.slice(0, order.indexOf(part.id)));
    all.splice(all.findLastIndex((one) => ahead.has(one.id)) + 1, 0, part);
  }
  return all;
}
