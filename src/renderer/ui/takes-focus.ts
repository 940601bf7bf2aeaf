import { type RefObject, useLayoutEffect } from 'react';
import { goesWith, ownFocus, rememberFocus } from './focus.ts';

/**
 * Leads the keyboard to what has just appeared, or to its first field where it takes no focus itself; when that goes
 * with the focus in it, back to where it was.
 * @param wanted asked once, when it appears
 */
export function useTakesFocus(ref: RefObject<HTMLElement | null>, wanted: () => boolean = () => true): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null || !wanted()) return;
    const comeBack = rememberFocus();
    const field = ownFocus(box);
    field?.focus({ preventScroll: true });
    // Goes on where what stands there already ends: the browser would begin before it.
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
    return () => {
      // Asked before it goes, so that nobody sees the focus nowhere.
      if (goesWith(document.activeElement, box, document.body)) comeBack();
    };
  }, [ref]);
}
