import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NamedStreet } from '../../../shared/geo/named-street.ts';
import { storeContext } from '../../lib/store/context.ts';
import type { LampRef, MapGoal } from '../map/index.ts';

/** What the operator has picked out of the city, on the map or by keyboard; tickets are the desk's. */
export interface Picks {
  /** its card is open */
  readonly lamp: LampRef | undefined;
  /** its tile is open, by id */
  readonly camera: string | undefined;
  /** its lamps are listed */
  readonly street: NamedStreet | undefined;
  /** the cabinet that is looked at, and which of its circuits by itself */
  readonly cabinet: { readonly id: string; readonly circuit: string | undefined } | undefined;
  /** the pedestrian crossing whose card is open, by id */
  readonly crossing: string | undefined;
  /** where the map is wanted; the map takes it away once it goes there */
  readonly goal: MapGoal | undefined;
  readonly pick: (
    change: Partial<Pick<Picks, 'lamp' | 'camera' | 'street' | 'cabinet' | 'crossing' | 'goal'>>,
  ) => void;
}

/** One owner of what is picked: map, palette and list all read and write here. */
export const createPicksStore = (): StoreApi<Picks> =>
  createStore<Picks>((set) => ({
    lamp: undefined,
    camera: undefined,
    street: undefined,
    cabinet: undefined,
    crossing: undefined,
    goal: undefined,
    // There is room for one card: whatever was picked last, by whatever way, takes the place of the others.
    pick: (change) => set({ ...othersOf(change), ...change }),
  }));

/** Cards that give way to the one that is opened; a lamp's stays below those of a cabinet or a crossing. */
function othersOf(change: Partial<Picks>): Partial<Record<'cabinet' | 'crossing', undefined>> {
  if (change.lamp) return { cabinet: undefined, crossing: undefined };
  if (change.cabinet) return { crossing: undefined };
  return change.crossing === undefined ? {} : { cabinet: undefined };
}

export const { Provider: PicksProvider, useSelect: usePicks } = storeContext<Picks>('picks');
