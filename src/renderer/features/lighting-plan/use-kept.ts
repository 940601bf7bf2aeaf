import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { useBridge } from '../../lib/bridge/index.tsx';
import { readPref } from '../../lib/bridge/prefs.ts';
import { useReport } from '../../lib/notices/index.ts';
import { useMe } from '../session/index.ts';

/**
 * What the seat's disk keeps for who sits here: it is there after a restart, and theirs alone.
 * @param schema of one and the same value always
 * @returns it, undefined where there is none, and the way to keep another, which is on the disk once that has ended
 */
export function useKept<T>(
  key: string,
  schema: z.ZodType<T>,
): readonly [T | undefined, (next: T | undefined) => Promise<void>] {
  const bridge = useBridge();
  const report = useReport();
  const person = useMe()?.id;
  const [kept, setKept] = useState<T>();
  useEffect(() => {
    let wanted = true;
    setKept(undefined);
    if (person === undefined) return;
    readPref(bridge, key, (value) => schema.safeParse(value).data).then(
      (known) => wanted && setKept(known),
      (error) => report('prefs.get', error),
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, person, key, schema]);
  const keep = useCallback(
    async (next: T | undefined): Promise<void> => {
      setKept(next);
      // As it will be read again: without what is undefined.
      const value = next === undefined ? null : JSON.parse(JSON.stringify(next));
      await bridge.request('prefs.set', { key, value }).catch((error) => report('prefs.set', error));
    },
    [bridge, report, key],
  );
  return [kept, keep];
}
