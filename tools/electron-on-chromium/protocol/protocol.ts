import type { CustomScheme } from 'electron';
import { chromium, host } from '../host.ts';
import { LackingError, strict } from '../lacking.ts';
import { schemes } from './schemes.ts';

type Handler = (request: Request) => Response | Promise<Response>;
const handlers = new Map<string, Handler>();
let isRegistered = false;

/** Electron's `protocol`. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(given: readonly CustomScheme[]): void {
    if (host.chromium !== undefined)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (isRegistered) throw new LackingError('protocol.registerSchemesAsPrivileged, called twice,');
    isRegistered = true;
    for (const { scheme, privileges = {} } of given) {
      // Travelling as https gives every scheme these; one without them would behave differently in Electron.
      if (!privileges.standard || !privileges.secure || !privileges.supportFetchAPI)
        throw new LackingError(`a scheme ('${scheme}') that is not standard, secure and supportFetchAPI`);
      if (privileges.bypassCSP) throw new LackingError(`bypassCSP (scheme '${scheme}')`);
      schemes.register(scheme);
    }
  },
  handle(scheme: string, handler: Handler): void {
    chromium('protocol.handle');
    if (!schemes.has(scheme))
      throw new LackingError(`protocol.handle of '${scheme}', which is not privileged,`);
    if (handlers.has(scheme)) throw new Error(`The scheme '${scheme}' has been registered`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`The scheme '${scheme}' has not been registered`);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
});

/** The application's answer to a request for one of its own addresses, or undefined if it has no handler for it. */
export async function answer(request: Request): Promise<Response | undefined> {
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1));
  return handler?.(request);
}
