import type { DictionaryLamp } from '../../../../shared/lamp/dictionary.ts';

/** A street or a cabinet, as far as a group has its lamps. */
export interface Member {
  readonly name: string;
  /** the commune of a street; empty where the inventory doesn't say */
  readonly within: string;
  /** in the group, of so many that it has */
  readonly lamps: number;
  readonly of: number;
}

/** Who is in a group of a plan. */
export interface GroupMembers {
  readonly streets: readonly Member[];
  readonly cabinets: readonly Member[];
}

type Bears = Pick<DictionaryLamp, 'street' | 'commune' | 'cabinet'>;
/** A lamp with its group in a plan. */
export type Placed = readonly [Bears, number];

interface Counted {
  readonly name: string;
  readonly within: string;
  of: number;
  readonly by: Map<number, number>;
}

/** Which streets and cabinets each group of a plan has, in order of name. */
export function membersOf(placed: Iterable<Placed>): ReadonlyMap<number, GroupMembers> {
  const [streets, cabinets] = [new Map<string, Counted>(), new Map<string, Counted>()];
  const groups = new Set<number>();
  for (const [{ street, commune = '', cabinet }, group] of placed) {
    groups.add(group);
    if (street !== '') count(streets, street, commune, group);
    if (cabinet !== undefined) count(cabinets, cabinet, '', group);
  }
  const inOrder = new Intl.Collator('fr', { numeric: true });
  const sorted = (all: ReadonlyMap<string, Counted>) =>
    [...all.values()].toSorted(
      (a, b) => inOrder.compare(a.name, b.name) || inOrder.compare(a.within, b.within),
    );
  const [allStreets, allCabinets] = [sorted(streets), sorted(cabinets)];
  const inGroup = (all: readonly Counted[], group: number) =>
    all.flatMap(({ name, within, of, by }): readonly Member[] => {
      const lamps = by.get(group);
      return lamps === undefined ? [] : [{ name, within, lamps, of }];
    });
  return new Map(
    [...groups].map((group) => [
      group,
      { streets: inGroup(allStreets, group), cabinets: inGroup(allCabinets, group) },
    ]),
  );
}

function count(all: Map<string, Counted>, name: string, within: string, group: number): void {
  const key = `${name}\n${within}`;
  const known = all.get(key) ?? { name, within, of: 0, by: new Map<number, number>() };
  all.set(key, known);
  known.of += 1;
  known.by.set(group, (known.by.get(group) ?? 0) + 1);
}
