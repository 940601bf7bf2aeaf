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
  /** where the map is wanted; the map takes it away once it goes there */
  readonly goal: MapGoal | undefined;
  readonly pick: (change: Partial<Pick<Picks, 'lamp' | 'camera' | 'street' | 'cabinet' | 'goal'>>) => void;
}

/** One owner of what is picked: map, palette and list all read and write here. */
export const createPicksStore = (): StoreApi<Picks> =>
  createStore<Picks>((set) => ({
    lamp: undefined,
    camera: undefined,
    street: undefined,
    cabinet: undefined,
    goal: undefined,
    // A lamp that is picked, by whatever way, takes the place of the cabinet's card.
    pick: (change) => set(change.lamp ? { cabinet: undefined, ...change } : change),
  }));

export const { Provider: PicksProvider, useSelect: usePicks } = storeContext<Picks>('picks');
