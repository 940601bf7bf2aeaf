import { useEffect, useState } from 'react';
import { z } from 'zod';
import { useBridge } from '../../../lib/bridge/index.tsx';
import { readPref } from '../../../lib/bridge/prefs.ts';
import { useReport } from '../../../lib/notices/index.ts';
import { type Filter, NO_FILTER } from './items.ts';

const Kept = z.object({ whose: z.enum(['all', 'free', 'mine']) });

/**
 * The queue's filter. Whose tickets somebody looks at is as they left it; words are not kept, for a ticket that yesterday's
 * words hide would be missed today.
 */
export function useKeptFilter(
  person: string | undefined,
): readonly [Filter | undefined, (filter: Filter | undefined) => void] {
  const bridge = useBridge();
  const report = useReport();
  const [filter, setFilter] = useState<Filter>();
  const key = `queue.${person ?? 'seat'}`.slice(0, 80);
  useEffect(() => {
    let wanted = true;
    readPref(bridge, key, (value) => Kept.safeParse(value).data).then(
      (kept) => {
        if (wanted)
          setFilter(kept === undefined || kept.whose === 'all' ? undefined : { ...NO_FILTER, ...kept });
      },
      (error) => report('prefs.get', error),
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, key]);
  const change = (next: Filter | undefined): void => {
    const whose = next?.whose ?? 'all';
    setFilter(next);
    if (whose === (filter?.whose ?? 'all')) return;
    bridge.request('prefs.set', { key, value: { whose } }).catch((error) => report('prefs.set', error));
  };
  return [filter, change];
}
