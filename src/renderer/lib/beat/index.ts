import { useEffect } from 'react';

/** Half of a blink: one a second. */
const HALF_MS = 500;

/**
 * While something asks, `data-beat` of the document goes on and off, for all marks at once. An endless CSS animation
 * would have sixty frames a second made for it, half of what a whole seat may use at rest.
 */
export function useBeat(asks: boolean): void {
  useEffect(() => {
    if (!asks) return;
    const { dataset } = document.documentElement;
    dataset.beat = 'on';
    const timer = setInterval(() => {
      dataset.beat = dataset.beat === 'on' ? 'off' : 'on';
    }, HALF_MS);
    return () => {
      clearInterval(timer);
      delete dataset.beat;
    };
  }, [asks]);
}
