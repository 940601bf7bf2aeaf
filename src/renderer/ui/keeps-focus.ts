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
    within.dataset.keepsFocus = '';
    let last: Element | undefined;
    /** the innermost box that keeps it: an outer one is its home only when that is gone too */
    let keeper: Element = within;
    const came = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : undefined;
      keeper = last?.closest('[data-keeps-focus]') ?? within;
    };
    const went = ({ target }: FocusEvent) => {
      // Gone or left, one knows only once it is done.
      queueMicrotask(() => {
        if (last === target && last instanceof Element && last.isConnected) last = undefined;
      });
    };
    const watch = new MutationObserver(() => {
      if (keeper !== within && keeper.isConnected) return;
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
