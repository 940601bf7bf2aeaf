import { useRef, useState } from 'react';
import { useKeys } from '../keys/index.ts';

interface Once {
  /** it is under way: whatever is pressed meanwhile must set nothing off */
  readonly busy: boolean;
  /**
   * Runs it unless it is under way or was done already: a key held down must not do it twice.
   * @param work says whether it was done
   */
  readonly once: (work: () => Promise<boolean>) => Promise<void>;
}

/** A thing that is done once, such as sending a form; while it is under way letters are no shortcuts. */
export function useOnce(): Once {
  const keys = useKeys();
  const [busy, setBusy] = useState(false);
  const begun = useRef(false);
  async function once(work: () => Promise<boolean>): Promise<void> {
    if (begun.current) return;
    begun.current = true;
    setBusy(true);
    const speak = keys.hush();
    try {
      begun.current = await work();
    } finally {
      speak();
      setBusy(false);
    }
  }
  return { busy, once };
}
