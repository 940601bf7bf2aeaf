import { useMemo } from 'react';
import type { CabinetId } from '../../../../shared/ids.ts';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { useCity } from '../../city/index.ts';
import { type GroupMembers, membersOf, type Placed } from './members.ts';

/**
 * Who is in each group of the plan in force, by its id, as the hub has placed the city's lamps.
 * @returns reckons it when it is first asked
 */
export function useMembers(): (group: string) => GroupMembers | undefined {
  const plan = useRoomData((data) => data.lightingPlan.get('room')?.plan);
  const places = useRoomData((data) => data.lampPlaces);
  const book = useCity((city) => city.book);
  const x = useCity((city) => city.lamps.x);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean that lamps came or went
  const members = useMemo(
    () =>
      onceAsked(() =>
        [...book.pieces].flatMap((piece) => {
          const its = places.get(piece.district);
          return its === undefined || its.version !== plan?.version ? [] : placedIn(piece, its.groups);
        }),
      ),
    [plan, places, book, x],
  );
  return (group) => members().get(plan?.groups.findIndex(({ id }) => id === group) ?? -1);
}

/** Reckons who is in which group when that is first asked. */
export function onceAsked(placed: () => readonly Placed[]): () => ReadonlyMap<number, GroupMembers> {
  let known: ReadonlyMap<number, GroupMembers> | undefined;
  return () => {
    known ??= membersOf(placed());
    return known;
  };
}

/** @param groups by index in the district's dictionary */
const placedIn = (
  { ids, names, street, commune, cabinet }: DistrictLamps,
  groups: readonly number[],
): readonly Placed[] =>
  ids.flatMap((id, i): readonly Placed[] => {
    if (id === '') return [];
    const named = (column: Uint16Array) => names[column[i] ?? 0] || undefined;
    // Of ids of a dictionary that the seat has checked.
    const lamp = {
      street: named(street) ?? '',
      commune: named(commune),
      cabinet: named(cabinet) as CabinetId | undefined,
    };
    return [[lamp, groups[i] ?? -1]];
  });
