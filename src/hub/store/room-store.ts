import { randomUUID } from 'node:crypto';
import type { Log } from '../../node/log/log.ts';
import { openStore, type Store, type StorePlace } from './store.ts';

/**
 * Opens the room's store and says in the log what its seats will notice: that it is new, or not as they knew it.
 * @param newEpoch it was restored from a backup
 * @throws StorageError
 */
export async function openRoomStore(place: StorePlace, newEpoch: boolean, log: Log): Promise<Store> {
  const path = typeof place === 'string' ? place : place.url;
  const store = await openStore(place, () => randomUUID(), newEpoch);
  if (store.created) log.warn({ store: path }, 'there was no store: a new one begins, with a new epoch');
  else if (store.shortened)
    log.error(
      { store: path, epoch: store.epoch, seq: store.seq },
      'the store is a backup, or was not closed in order and its log is gone: what was committed last is missing; ' +
        'it has a new epoch, so that its seats take a snapshot',
    );
  else if (newEpoch)
    log.warn({ store: path, epoch: store.epoch }, 'the store has a new epoch, as it was told');
  return store;
}
