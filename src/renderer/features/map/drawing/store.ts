import { createStore, type StoreApi } from 'zustand/vanilla';
import { storeContext } from '../../../lib/store/context.ts';
import type { PainterStatus } from '../painter/choice.ts';

/** Which painter the window's map was drawn by last; none before the first map. */
export interface Drawing {
  readonly status: PainterStatus | undefined;
  readonly told: (status: PainterStatus) => void;
}

export const createDrawingStore = (): StoreApi<Drawing> =>
  createStore<Drawing>((set) => ({ status: undefined, told: (status) => set({ status }) }));

export const { Provider: DrawingProvider, useSelect: useDrawing } = storeContext<Drawing>('drawing');
