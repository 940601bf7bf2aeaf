import { useCallback } from 'react';
import type { Replacement } from '../../../shared/lamp/replaced.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, useT } from '../../lib/i18n/index.tsx';
import { nameOf, useSession } from '../session/index.ts';
import { orderWords } from './words.ts';

/** Which order was replaced by whom, when, and for how many of its lamps, as its words want it. */
export function useReplacedWords() {
  const t = useT();
  const people = useSession(({ view }) => view?.people);
  return useCallback(
    (one: Replacement) => ({
      name: orderWords(t, one),
      who: nameOf(people ?? [], one.by),
      time: clockMinute(millis(one.at)),
      n: one.lamps,
    }),
    [t, people],
  );
}
