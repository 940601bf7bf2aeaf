import { readFileSync } from 'node:fs';
import type { Target } from '../window/targets.ts';
import { BINDING, mainWorldScript, PRELOAD_WORLD, preloadWorldScript } from '../world/scripts.ts';
import { Messages } from './messages.ts';
import { followPage } from './page-events.ts';
import { interceptRequests } from './requests.ts';
import type { WebContents } from './web-contents.ts';

/** Prepares a page that still waits before its first script, then lets it run. */
export async function attach(contents: WebContents, { cdp, targetId }: Target): Promise<Messages> {
  const { preload, additionalArguments } = contents._options;
  const source = preload === undefined ? undefined : readFileSync(preload, 'utf8');
  const messages = new Messages(contents, cdp, targetId);
  // Sent together and answered in order: the page runs only when all of it is in place.
  await Promise.all([
    followPage(contents, cdp, targetId),
    cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD }),
    cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(contents._secret) }),
    cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: PRELOAD_WORLD,
      source: preloadWorldScript(contents._secret, source, additionalArguments),
    }),
    interceptRequests(contents, cdp, targetId),
    cdp.send('Runtime.runIfWaitingForDebugger'),
  ]);
  return messages;
}
