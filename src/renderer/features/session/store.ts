import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import type { SessionView } from '../../../shared/ipc/model.ts';
import type { Person } from '../../../shared/rights/model.ts';
import { follow } from '../../lib/bridge/feed.ts';
import type { Report } from '../../lib/notices/index.ts';
import { storeContext } from '../../lib/store/context.ts';

export interface Session {
  /** undefined until the seat has answered */
  readonly view: SessionView | undefined;
  /** where signing in failed: the code */
  readonly refused: string | undefined;
  readonly busy: boolean;
  readonly open: (person: string) => Promise<void>;
  /** who sits here wishes to leave, and has not been let go yet */
  readonly leaving: boolean;
  readonly leave: () => void;
  readonly stay: () => void;
  readonly close: () => void;
}

export function createSessionStore(
  bridge: Bridge,
  report: Report,
): { readonly store: StoreApi<Session>; readonly stop: () => void } {
  const store = createStore<Session>((set) => ({
    view: undefined,
    refused: undefined,
    busy: false,
    async open(person) {
      set({ busy: true, refused: undefined });
      try {
        const answer = await bridge.request('session.open', { person, proof: '' });
        set({ refused: answer.ok ? undefined : answer.code });
      } catch (error) {
        report('session.open', error);
      } finally {
        set({ busy: false });
      }
    },
    leaving: false,
    leave: () => set({ leaving: true }),
    stay: () => set({ leaving: false }),
    close: () => {
      set({ leaving: false });
      bridge.request('session.close', undefined).catch((error) => report('session.close', error));
    },
  }));
  const take = (view: SessionView) => store.setState({ view });
  const stop = follow(bridge, report, { read: 'session.view', on: 'session', whole: take, change: take });
  return { store, stop };
}

export const { Provider: SessionProvider, useSelect: useSession } = storeContext<Session>('session');

/** Who sits here; undefined while nobody does. */
export const useMe = (): Person | undefined => useSession((session) => session.view?.session?.person);

/** « N. Perrin » for « Nadia Perrin »: as rows name colleagues. */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  return rest.length === 0 ? first : `${first.charAt(0)}.\u00a0${rest.join(' ')}`;
}

/** The short name of a person by id; the id itself where the seat doesn't know them. */
export const nameOf = (people: readonly Person[], id: string): string => {
  const person = people.find((candidate) => candidate.id === id);
  return person === undefined ? id : shortName(person.name);
};
