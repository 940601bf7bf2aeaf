import { type RefObject, useEffect } from 'react';

/**
 * Leads the keyboard to what has just appeared; when that goes with the focus in it, back to where it was.
 * @param wanted asked once, when it appears
 */
export function useTakesFocus(ref: RefObject<HTMLElement | null>, wanted: () => boolean = () => true): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once
  useEffect(() => {
    const before = document.activeElement;
    if (!wanted()) return;
    ref.current?.focus({ preventScroll: true });
    return () => {
      const nowhere = document.activeElement === document.body; // it was in what has gone
      if (nowhere && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [ref]);
}
