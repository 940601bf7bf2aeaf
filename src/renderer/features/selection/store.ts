import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type ChosenBy,
  choose,
  chosen,
  type LampKey,
  NOT_SELECTING,
  type Selecting,
  toggle,
  undo,
} from '../../../shared/lamp/selection.ts';
import { storeContext } from '../../lib/store/context.ts';
import type { MapTool } from '../map/index.ts';
import type { SeatSelection } from './kept-selection.ts';

/** What an order begins with. */
export interface Wish {
  /** % */
  readonly level: number;
  readonly minutes: number;
  /** what it is for, where that is known */
  readonly ticket: string | undefined;
}

/** Which lamps are selected to be commanded, and how the mouse takes more of them. */
export interface Selected extends Selecting {
  readonly tool: MapTool;
  /** what is chosen next goes beside what is selected, by whatever way it is chosen; until it is cleared */
  readonly adding: boolean;
  readonly setAdding: (adding: boolean) => void;
  readonly choose: (lamps: Iterable<LampKey>, by: ChosenBy, adds: boolean) => void;
  /** one lamp alone, or with `adds` in or out of the others */
  readonly click: (key: LampKey, adds: boolean) => void;
  /** what is wanted of the lamps chosen last, as the form of an order begins; undefined where nobody has said yet */
  readonly wish: Wish | undefined;
  /** these lamps and no others, to be lit: the form says how, and is sent by whoever reads it */
  readonly relight: (lamps: Iterable<LampKey>, name: string, wish: Wish) => void;
  /** all lamps on the screen are wanted; until the map has told them */
  readonly sweeping: boolean;
  readonly sweep: (sweeping: boolean) => void;
  /** those with a name that stay at this seat */
  readonly kept: readonly SeatSelection[];
  readonly setKept: (kept: readonly SeatSelection[]) => void;
  /** what is selected has this name from now on */
  readonly call: (name: string) => void;
  /** other lamps were chosen in place of these so many times */
  readonly round: number;
  readonly clear: () => void;
  readonly undo: () => void;
  readonly setTool: (tool: MapTool) => void;
  /** what was chosen by words, elsewhere than on the map, is to be shown there, whole; until it is */
  readonly toShow: readonly LampKey[] | undefined;
  readonly show: (lamps: readonly LampKey[] | undefined) => void;
}

export const createSelectionStore = (): StoreApi<Selected> =>
  createStore<Selected>((set, get) => ({
    ...NOT_SELECTING,
    tool: 'pick',
    adding: false,
    kept: [],
    setKept: (kept) => set({ kept }),
    setAdding: (adding) => set({ adding }),
    choose: (lamps, by, adds) => {
      const both = adds || get().adding;
      set({
        ...choose(get(), lamps, by, both),
        ...(both ? {} : { round: get().round + 1, wish: undefined }),
      });
    },
    wish: undefined,
    relight: (lamps, name, wish) =>
      set({ ...choose(get(), lamps, { kind: 'named', name }, false), round: get().round + 1, wish }),
    sweeping: false,
    sweep: (sweeping) => set({ sweeping }),
    click: (key, adds) =>
      adds || get().adding ? set(toggle(get(), key)) : get().choose([key], { kind: 'click' }, false),
    call: (name) => set(({ now }) => ({ now: chosen(now.lamps, { kind: 'named', name }) })),
    round: 0,
    clear: () =>
      set({
        ...choose(get(), [], { kind: 'none' }, false),
        adding: false,
        round: get().round + 1,
        wish: undefined,
      }),
    undo: () => set({ ...undo(get()), round: get().round + 1, wish: undefined }),
    setTool: (tool) => set({ tool }),
    toShow: undefined,
    show: (toShow) => set({ toShow }),
  }));

export const { Provider: SelectionProvider, useSelect: useSelection } = storeContext<Selected>('selection');
