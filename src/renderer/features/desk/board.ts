import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Person } from '../../../shared/rights/model.ts';
import { storeContext } from '../../lib/store/context.ts';
import type { Session } from '../session/index.ts';
import type { Board, Viewer } from './model.ts';
import { createProjector } from './projection.ts';
import type { Desk } from './store.ts';

export interface BoardState {
  readonly board: Board;
  readonly viewer: Viewer;
}

const NOBODY: readonly Person[] = [];

/** The projection, brought up when the desk or the session changes, once for all views. */
export function createBoardStore(
  desk: StoreApi<Desk>,
  session: StoreApi<Session>,
  seat: string,
): { readonly store: StoreApi<BoardState>; readonly stop: () => void } {
  const project = createProjector();
  let viewer: Viewer = { seat, me: undefined };
  function make(): BoardState {
    const { tickets, outbox, intents } = desk.getState();
    const { view } = session.getState();
    const me = view?.session?.person;
    if (me !== viewer.me) viewer = { seat, me }; // the same object as long as it is the same person: views hang on it
    return { board: project({ tickets, outbox, intents, people: view?.people ?? NOBODY }, viewer), viewer };
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
