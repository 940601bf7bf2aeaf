import { useEffect, useState } from 'react';
import { z } from 'zod';
import { useBridge } from '../../lib/bridge/index.tsx';
import { readPref } from '../../lib/bridge/prefs.ts';
import { useReport } from '../../lib/notices/index.ts';

/** Which notes for them a person has seen at this seat. */
export interface SeenNotes {
  readonly keys: ReadonlySet<string>;
  readonly add: (key: string) => void;
}

/** Longer than any shift; what falls out is of tickets long closed. */
const MOST = 300;
const Keys = z.array(z.string());

/** @returns undefined until the seat has said: nothing may be told before, or all would be told again */
export function useSeenNotes(person: string | undefined): SeenNotes | undefined {
  const bridge = useBridge();
  const report = useReport();
  const [seen, setSeen] = useState<{ readonly person: string; readonly notes: SeenNotes }>();
  useEffect(() => {
    if (person === undefined) return;
    let wanted = true;
    const key = `notes.seen.${person}`.slice(0, 80);
    const keep = (known: readonly string[]): void => {
      if (!wanted) return;
      const keys = new Set(known);
      const add = (one: string): void => {
        keys.add(one);
        const value = [...keys].slice(-MOST);
        bridge.request('prefs.set', { key, value }).catch((error) => report('prefs.set', error));
      };
      setSeen({ person, notes: { keys, add } });
    };
    readPref(bridge, key, (value) => Keys.safeParse(value).data).then(
      (known = []) => keep(known),
      (error) => {
        report('prefs.get', error);
        keep([]);
      },
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, person]);
  return seen !== undefined && seen.person === person ? seen.notes : undefined;
}
