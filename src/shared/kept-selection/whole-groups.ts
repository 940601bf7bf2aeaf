import type { LampGroup } from '../lamp/lamp-group.ts';

/** A group with its lamps, whatever names them. */
export interface WithLamps<K> {
  readonly group: LampGroup;
  readonly lamps: readonly K[];
}

/**
 * A selection as whole groups and the lamps left over: of groups that are wholly in it the largest first, each only where
 * it adds lamps. What it says is exactly the selection.
 */
export function wholeGroups<K>(
  selected: ReadonlySet<K>,
  groups: Iterable<WithLamps<K>>,
): { readonly groups: readonly LampGroup[]; readonly rest: readonly K[] } {
  const rest = new Set(selected);
  const whole = [...groups].filter(
    ({ lamps }) => lamps.length > 1 && lamps.every((lamp) => selected.has(lamp)),
  );
  const taken: LampGroup[] = [];
  for (const { group, lamps } of whole.toSorted((a, b) => b.lamps.length - a.lamps.length)) {
    if (!lamps.some((lamp) => rest.has(lamp))) continue;
    taken.push(group);
    for (const lamp of lamps) rest.delete(lamp);
  }
  return { groups: taken, rest: [...rest] };
}
