import type { Thing } from './model.ts';

/**
 * Things in the order in which a list shows them: those that are not as they should be first, as it was when each
 * came. A line keeps its place while the list is open: what goes wrong under the hand must not move what is under it.
 * @param before ids in the order of before
 */
export function keptOrder(before: readonly string[], things: readonly Thing[]): readonly Thing[] {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const known = new Set(before);
  const stay = before.flatMap((id) => byId.get(id) ?? []);
  const come = things.filter(({ id }) => !known.has(id));
  return [...stay, ...come.toSorted((a, b) => Number(b.wrong ?? false) - Number(a.wrong ?? false))];
}
