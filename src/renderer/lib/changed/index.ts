import { useEffect, useRef, useState } from 'react';
import { isFresh, NOTHING, STANDS_MS, standing } from './standing.ts';

/**
 * Whether what a key would do has just become another thing, so that it must ask again; drawn anew when that is over.
 * @param meaning by which it is known for the same; undefined where nothing can be done
 */
export function useJustChanged(meaning: string | undefined): boolean {
  const stands = useRef(NOTHING);
  stands.current = standing(stands.current, meaning, performance.now());
  const fresh = isFresh(stands.current, performance.now());
  const [, drawAnew] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each meaning has a time of its own
  useEffect(() => {
    if (!fresh) return;
    const timer = setTimeout(() => drawAnew((times) => times + 1), STANDS_MS);
    return () => clearTimeout(timer);
  }, [fresh, meaning]);
  return fresh;
}
