import { useEffect, useRef } from 'react';
import { useNotices } from './context.ts';
import type { About } from './store.ts';

/** What holds now and wants to be seen once: its words, and what it is about. */
export interface Standing extends Omit<About, 'subject'> {
  readonly words: string;
}

/**
 * Shows what begins to hold, and withdraws it when it holds no more, or nobody looks any more. What held before is shown
 * elsewhere and not told as news.
 * @param holding by what names it; undefined while that is not known
 */
export function useStanding(holding: ReadonlyMap<string, Standing> | undefined): void {
  const show = useNotices((notices) => notices.show);
  const withdraw = useNotices((notices) => notices.withdraw);
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    const before = known.current;
    for (const subject of before ?? []) if (holding?.has(subject) !== true) withdraw(subject);
    for (const [subject, { words, ...about }] of holding ?? [])
      if (before !== undefined && !before.has(subject)) show(words, { ...about, subject });
    known.current = holding && new Set(holding.keys());
  }, [holding, show, withdraw]);
  useEffect(
    () => () => {
      for (const subject of known.current ?? []) withdraw(subject);
    },
    [withdraw],
  );
}
