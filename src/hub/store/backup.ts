import { backUp } from '../../node/sqlite/back-up.ts';
import { markOpen } from './on-sqlite.ts';

/**
 * Copies the store of a hub, which may be running, into one file. A hub that starts on the copy gives it a new epoch by
 * itself: seats may know more than it does.
 * @returns bytes of the copy
 * @throws StorageError naming the file at fault
 */
export const backUpStore = (path: string, to: string): number => backUp(path, to, markOpen);
