import type { Cdp } from '../chromium/cdp.ts';
import type { Chromium } from '../chromium/chromium.ts';

/** A page of Chromium, attached and waiting before its first script. */
export interface Target {
  readonly targetId: string;
  readonly sessionId: string;
  readonly cdp: Cdp;
}

const awaited = new Map<string, (target: Target) => void>();
const onGone = new Map<string, () => void>();

/**
 * Attaches to every page that Chromium opens. A page that a page has opened is closed before it has loaded anything:
 * its opener's Page.windowOpen has put the address to setWindowOpenHandler. Others that nobody here asked for
 * (Playwright's own) are let go.
 */
export async function adoptTargets({ browser, pipe }: Chromium): Promise<void> {
  browser.on('Target.attachedToTarget', ({ targetInfo, sessionId }) => {
    const { targetId, openerId, url } = targetInfo;
    const adopt = awaited.get(url);
    if (adopt !== undefined) adopt({ targetId, sessionId, cdp: pipe.session(sessionId) });
    else if (openerId !== undefined) browser.send('Target.closeTarget', { targetId }).catch(() => {});
    else browser.send('Target.detachFromTarget', { sessionId }).catch(() => {});
  });
  browser.on('Target.detachedFromTarget', ({ sessionId }) => {
    pipe.forget(sessionId);
    onGone.get(sessionId)?.();
    onGone.delete(sessionId);
  });
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });
}

/** Waits for the page whose first address is `url`, which is used once. */
export function targetAt(url: string): Promise<Target> {
  return new Promise((resolve) => {
    awaited.set(url, (target) => {
      awaited.delete(url);
      resolve(target);
    });
  });
}

/** Calls back once when the page is gone, whoever closed it. */
export function whenGone({ sessionId }: Target, listener: () => void): void {
  onGone.set(sessionId, listener);
}
