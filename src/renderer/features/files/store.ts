import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import type { FilesHere } from '../../../shared/ipc/files.ts';
import { follow } from '../../lib/bridge/feed.ts';
import type { Report } from '../../lib/notices/index.ts';
import { storeContext } from '../../lib/store/context.ts';

/** What this seat has of files, by their hash. */
export interface Files {
  /** those that the room has not got yet: bytes of each that it has */
  readonly outgoing: ReadonlyMap<string, number>;
  readonly here: ReadonlySet<string>;
}

export function createFilesStore(
  bridge: Bridge,
  report: Report,
): { readonly store: StoreApi<Files>; readonly stop: () => void } {
  const store = createStore<Files>(() => ({ outgoing: new Map(), here: new Set() }));
  const take = ({ outgoing, here }: FilesHere) =>
    store.setState({
      outgoing: new Map(outgoing.map(({ sha256, sent }) => [sha256, sent])),
      here: new Set(here),
    });
  const stop = follow(bridge, report, { read: 'files.here', on: 'files.here', whole: take, change: take });
  return { store, stop };
}

export const { Provider: FilesProvider, useSelect: useFiles } = storeContext<Files>('files');
