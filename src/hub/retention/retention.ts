import { setImmediate as turn } from 'node:timers/promises';
import type { Log } from '../../node/log/log.ts';
import { instant } from '../../shared/wire/time.ts';
import { journalize } from '../journal/journalize.ts';
import type { Store } from '../store/store.ts';
import { FORGETS, type Forgettable } from './forget.ts';
import { cutoffsAt, type Retention } from './rule.ts';

export interface RetentionOptions {
  readonly store: Store;
  readonly keep: Retention;
  /** so many rows of a kind went */
  readonly forgotten: (what: Forgettable, count: number) => void;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Rows of one transaction: a command waits no longer than these take. */
const BATCH = 200;

/**
 * Removes what has been kept long enough, a little at a time: whatever else wants to write has its turn between.
 * The journal tells of it in the transaction of the first that goes.
 * @param now ms since the epoch
 * @throws StorageError; what went until then is gone, the rest goes the next time
 */
export async function forgetOld({ store, keep, forgotten, log, signal }: RetentionOptions, now: number) {
  const due = cutoffsAt(now, keep);
  const counts: Partial<Record<Forgettable, number>> = {};
  let told = false;
  for (const [what, forget] of Object.entries(FORGETS) as [Forgettable, (typeof FORGETS)[Forgettable]][]) {
    for (let gone = BATCH; gone >= BATCH && !signal.aborted; await turn()) {
      gone = await store.write(async (unit) => {
        const count = await forget(unit.tx, due, BATCH);
        if (count > 0 && !told)
          await journalize(unit, {
            at: instant(now),
            action: 'retention.run',
            payload: { before: { ...due } },
          });
        return count;
      });
      if (gone === 0) break;
      told = true;
      counts[what] = (counts[what] ?? 0) + gone;
      forgotten(what, gone);
    }
  }
  if (told) log.info({ ...counts, before: due }, 'what has been kept long enough was removed');
  return counts;
}
