import { strict } from '../lacking.ts';
import { net } from '../protocol/net.ts';
import { protocol } from '../protocol/protocol.ts';
import { type CheckHandler, handlers, type RequestHandler } from './permissions.ts';

/** The only session there is. Handlers count from the next load on. */
export const defaultSession = strict('session.defaultSession', {
  protocol,
  fetch: net.fetch,
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    handlers.check = handler ?? undefined;
  },
  setPermissionRequestHandler(handler: RequestHandler | null): void {
    handlers.request = handler ?? undefined;
  },
});

/** Electron's `session`. */
export const session = strict('session', { defaultSession });
