import { type NearLamp, REACH_M } from '../../../shared/advice/relight.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { commandOf, LampCommand, LampState } from '../../../shared/lamp/state.ts';
import type { LampBook } from '../city/index.ts';
import type { LampTable } from '../map/index.ts';

/** What this seat knows of the city's lamps. */
export interface KnownLamps {
  readonly book: LampBook;
  readonly lamps: LampTable;
  /** slot of a district → when the hub made its last frame, ms by the hub's clock */
  readonly ages: ReadonlyMap<number, number>;
}

export interface DistrictLamp extends NearLamp {
  readonly district: string | undefined;
}

/** The lamps about a place as the rule looks at them. */
export function nearLamps(
  { book, lamps, ages }: KnownLamps,
  place: Position | undefined,
): readonly DistrictLamp[] {
  if (place === undefined) return [];
  return book.near(place, REACH_M).flatMap((ref) => {
    const facts = book.facts(ref);
    const position = lamps.positionOf(ref);
    const n = lamps.find(ref.slot, ref.index);
    if (facts === undefined || position === undefined) return [];
    const state = lamps.state[n]!;
    return [
      {
        id: facts.id,
        position,
        district: book.piece(ref.slot)?.district,
        street: facts.street,
        level: state & LampState.on ? lamps.level[n]! : 0,
        // Any fault, silence too: it can't be believed, or not be raised.
        sound: (state & (LampState.neverSeen | LampState.fault)) === 0 && lamps.faults[n] === 0,
        commanded: commandOf(state) !== LampCommand.none || (state & LampState.override) !== 0,
        asOf: ages.get(ref.slot) ?? 0,
      },
    ];
  });
}
