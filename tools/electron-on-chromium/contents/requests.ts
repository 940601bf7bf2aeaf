import type { Cdp } from '../chromium/cdp.ts';
import { prevented } from '../preventable.ts';
import { answer } from '../protocol/protocol.ts';
import { schemes } from '../protocol/schemes.ts';
import type { WebContents } from './web-contents.ts';

/** As much as is used of the protocol's Fetch.requestPaused. */
interface Paused {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly postData?: string;
  };
}

/** Every document, and whatever travels under one of the application's own schemes. */
const PATTERNS = [
  { urlPattern: 'https://*.localhost/*' },
  { urlPattern: '*', resourceType: 'Document' as const },
];

/** Holds a page's requests: navigation is put to the application, its own addresses are answered by it. */
export async function interceptRequests(contents: WebContents, cdp: Cdp, mainFrameId: string): Promise<void> {
  const settle = async (paused: Paused): Promise<void> => {
    const { requestId, request, resourceType, frameId, redirectedRequestId } = paused;
    const url = schemes.inward(request.url);
    if (resourceType === 'Document') {
      const isMainFrame = frameId === mainFrameId;
      if (isRefused(contents, url, isMainFrame, redirectedRequestId !== undefined)) {
        await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
    }
    if (new URL(url).pathname === '/favicon.ico') {
      await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 204 }); // Electron does not ask for one
      return;
    }
    const response = url === request.url ? undefined : await respond(url, request);
    if (response === undefined) await cdp.send('Fetch.continueRequest', { requestId });
    else await fulfill(cdp, requestId, response);
  };
  cdp.on('Fetch.requestPaused', (paused) => {
    settle(paused as Paused).catch(() => {}); // the page went away with its request
  });
  await cdp.send('Fetch.enable', { patterns: PATTERNS });
}

function isRefused(contents: WebContents, url: string, isMainFrame: boolean, isRedirect: boolean): boolean {
  const frame = isMainFrame ? contents.mainFrame : null;
  const details = { url, isMainFrame, isSameDocument: false, frame, initiator: frame };
  if (isRedirect) return prevented(contents, 'will-redirect', details, url, false, isMainFrame);
  if (isMainFrame && contents._isLoading(url)) return false; // the application's own wish
  if (prevented(contents, 'will-frame-navigate', details)) return true;
  return isMainFrame && prevented(contents, 'will-navigate', details, url);
}

async function respond(
  url: string,
  { method, headers, postData }: Paused['request'],
): Promise<Response | undefined> {
  try {
    return await answer(
      new Request(url, { method, headers, ...(postData === undefined ? {} : { body: postData }) }),
    );
  } catch (error) {
    console.error(`electron-on-chromium: the application failed to answer ${url}:`, error);
    return Response.error();
  }
}

async function fulfill(cdp: Cdp, requestId: string, response: Response): Promise<void> {
  if (response.type === 'error') {
    await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  await cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}
