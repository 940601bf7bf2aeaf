import type { CabinetId } from '../../shared/ids.ts';
import type { Wiring } from './lasting-fault.ts';

/** A cabinet that is dark and in no fault yet, from its first to its latest sign, ms since the epoch. */
export interface DarkCabinet {
  readonly cabinet: CabinetId;
  readonly since: number;
  readonly latest: number;
}

/**
 * Dark cabinets in groups: those that have a street or a circuit in common and went dark within so long of one another,
 * and so on from neighbour to neighbour. Whatever order they are given in, the groups are the same.
 */
export function darkTogether(
  dark: ReadonlyMap<CabinetId, DarkCabinet>,
  { neighbours }: Pick<Wiring, 'neighbours'>,
  withinMs: number,
): readonly (readonly DarkCabinet[])[] {
  const left = new Map(dark);
  const groups: DarkCabinet[][] = [];
  for (const first of dark.values()) {
    if (!left.delete(first.cabinet)) continue;
    const group = [first];
    // Grows while it is walked through.
    for (const one of group)
      for (const id of neighbours(one.cabinet)) {
        const next = left.get(id);
        if (next === undefined || Math.abs(next.since - one.since) > withinMs) continue;
        left.delete(id);
        group.push(next);
      }
    groups.push(group);
  }
  return groups;
}

/**
 * The neighbours of a cabinet, and those beyond cabinets that an older fault holds: the cable that has failed goes on
 * under them, so that one trip around that fault is not two.
 */
export function aroundOf(
  cabinet: CabinetId,
  { neighbours }: Pick<Wiring, 'neighbours'>,
  isHeld: (cabinet: CabinetId) => boolean,
): ReadonlySet<CabinetId> {
  const near = new Set(neighbours(cabinet));
  // Grows while it is walked through.
  for (const id of near) if (isHeld(id)) for (const next of neighbours(id)) near.add(next);
  near.delete(cabinet);
  return near;
}
