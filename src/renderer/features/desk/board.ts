import { createStore, type StoreApi } from 'zustand/vanilla';
import { storeContext } from '../../lib/store/context.ts';
import type { Session } from '../session/index.ts';
import type { Board, Viewer } from './model.ts';
import { project } from './projection.ts';
import type { Desk } from './store.ts';

export interface BoardState {
  readonly board: Board;
  readonly viewer: Viewer;
}

/** The projection, made anew when the desk or the session changes, once for all views. */
export function createBoardStore(
  desk: StoreApi<Desk>,
  session: StoreApi<Session>,
  seat: string,
): { readonly store: StoreApi<BoardState>; readonly stop: () => void } {
  function make(): BoardState {
    const { tickets, outbox, intents } = desk.getState();
    const { view } = session.getState();
    const viewer = { seat, me: view?.session?.person };
    return { board: project({ tickets, outbox, intents, people: view?.people ?? [] }, viewer), viewer };
  }
  const store = createStore<BoardState>(make);
  const stops = [
    desk.subscribe((now, before) => {
      if (now.tickets !== before.tickets || now.outbox !== before.outbox || now.intents !== before.intents)
        store.setState(make());
    }),
    session.subscribe((now, before) => {
      if (now.view !== before.view) store.setState(make());
    }),
  ];
  return { store, stop: () => stops.forEach((stop) => void stop()) };
}

export const { Provider: DeskProvider, useSelect: useDesk } = storeContext<Desk>('desk');
export const { Provider: BoardProvider, useSelect: useBoardState } = storeContext<BoardState>('board');
export const useBoard = <T>(select: (board: Board) => T): T => useBoardState(({ board }) => select(board));
export const useViewer = (): Viewer => useBoardState(({ viewer }) => viewer);
