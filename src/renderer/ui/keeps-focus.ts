import { type RefObject, useEffect } from 'react';
import { wasTaken } from './focus.ts';

/**
 * A button that has done its work may go, and the focus with it: then the keyboard is led home, not left at the top
 * of the page.
 * @param home in the box; takes the focus, and does nothing on Enter
 */
export function useKeepsFocus(box: RefObject<HTMLElement | null>, home: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const within = box.current;
    if (within === null) return;
    let last: Element | undefined;
    const came = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : undefined;
    };
    const went = ({ target }: FocusEvent) => {
      // Gone or left, one knows only once it is done.
      queueMicrotask(() => {
        if (last === target && last instanceof Element && last.isConnected) last = undefined;
      });
    };
    const watch = new MutationObserver(() => {
      if (wasTaken(last, document.activeElement, document.body)) home.current?.focus({ preventScroll: true });
    });
    within.addEventListener('focusin', came);
    within.addEventListener('focusout', went);
    watch.observe(within, { childList: true, subtree: true });
    return () => {
      within.removeEventListener('focusin', came);
      within.removeEventListener('focusout', went);
      watch.disconnect();
    };
  }, [box, home]);
}
