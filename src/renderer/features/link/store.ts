import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import type { LinkState } from '../../../shared/ipc/model.ts';
import { follow } from '../../lib/bridge/feed.ts';
import type { Report } from '../../lib/notices/index.ts';
import { storeContext } from '../../lib/store/context.ts';
import { nextOutage, type Outage } from './outage.ts';

export interface Link {
  readonly state: LinkState | undefined;
  readonly outage: Outage;
  readonly retry: () => void;
  /** the summary of a link that came back has been read */
  readonly dismiss: () => void;
}

export function createLinkStore(
  bridge: Bridge,
  report: Report,
): { readonly store: StoreApi<Link>; readonly stop: () => void } {
  const store = createStore<Link>((set) => ({
    state: undefined,
    outage: { kind: 'none', met: false },
    retry: () => {
      bridge.request('link.retry', undefined).catch((error) => report('link.retry', error));
    },
    dismiss: () =>
      set(({ outage }) => (outage.kind === 'over' ? { outage: { kind: 'none', met: true } } : {})),
  }));
  const take = (state: LinkState) =>
    store.setState(({ outage }) => ({ state, outage: nextOutage(outage, state) }));
  const stop = follow(bridge, report, { read: 'link.state', on: 'link.state', whole: take, change: take });
  return { store, stop };
}

export const { Provider: LinkProvider, useSelect: useLink } = storeContext<Link>('link');
