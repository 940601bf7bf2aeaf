import { useEffect, useState } from 'react';
import type { LampTable } from '../lamp-table.ts';
import type { LookCounts } from './signs.ts';

/** Figures that change more often can't be read. */
const READ_MS = 1_000;

/** How many lamps look how, as it is at most a second later. */
export function useCounts(lamps: LampTable): LookCounts {
  const [counts, setCounts] = useState<LookCounts>(() => lamps.counts.slice());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      timer = undefined;
      setCounts(lamps.counts.slice());
    };
    take();
    const unsubscribe = lamps.subscribe(() => {
      timer ??= setTimeout(take, READ_MS);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [lamps]);
  return counts;
}
