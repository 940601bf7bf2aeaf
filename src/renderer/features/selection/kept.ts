import { useEffect } from 'react';
import { z } from 'zod';
import { useBridge } from '../../lib/bridge/index.tsx';
import { readPref } from '../../lib/bridge/prefs.ts';
import { useReport } from '../../lib/notices/index.ts';
import { useMe } from '../session/index.ts';
import { KeptSelection } from './kept-selection.ts';
import { useSelection } from './store.ts';

/** More names than this nobody tells apart; the earliest are forgotten. */
const MOST_KEPT = 40;

export interface Kept {
  /** in order of name */
  readonly kept: readonly KeptSelection[];
  /** the same name again means other lamps under it */
  readonly keep: (name: string, lamps: readonly string[]) => void;
  readonly forget: (name: string) => void;
}

const keyOf = (person: string | undefined): string => `selections.${person ?? 'seat'}`.slice(0, 80);

/** Reads what a person has named at this seat; to be held once, by whoever shows selections. */
export function useReadKept(): void {
  const bridge = useBridge();
  const report = useReport();
  const person = useMe()?.id;
  const setKept = useSelection((selection) => selection.setKept);
  useEffect(() => {
    let wanted = true;
    readPref(bridge, keyOf(person), (value) => z.array(KeptSelection).safeParse(value).data).then(
      (kept = []) => wanted && setKept(kept),
      (error) => report('prefs.get', error),
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, person, setKept]);
}

/** The selections that a person has named at this seat. */
export function useKept(): Kept {
  const bridge = useBridge();
  const report = useReport();
  const person = useMe()?.id;
  const kept = useSelection((selection) => selection.kept);
  const setKept = useSelection((selection) => selection.setKept);
  const write = (next: readonly KeptSelection[]) => {
    const all = next.slice(-MOST_KEPT);
    setKept(all);
    const value = all.map(({ name, lamps }) => ({ name, lamps: [...lamps] }));
    bridge.request('prefs.set', { key: keyOf(person), value }).catch((error) => report('prefs.set', error));
  };
  const without = (name: string) => kept.filter((one) => one.name !== name);
  return {
    kept,
    keep: (name, lamps) => write([...without(name), { name, lamps: [...lamps] }]),
    forget: (name) => write(without(name)),
  };
}
