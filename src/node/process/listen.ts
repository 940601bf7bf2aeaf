import type { ListenOptions, Server } from 'node:net';
import { exitCodes, PlainError } from './plain-error.ts';

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is already in use by another program',
  EACCES: 'may not be opened by this account',
  EADDRNOTAVAIL: 'belongs to an address this machine does not have',
  ENOTFOUND: 'belongs to a host name that cannot be resolved',
};

/** A server that could not start to listen; the message names the port and the configuration key to change. */
export class ListenError extends PlainError {
  override readonly name = 'ListenError';
  readonly code: string;

  constructor(code: string, address: string, configKey: string, options?: ErrorOptions) {
    const said = reasons[code] ?? `cannot be opened (${code})`;
    super(exitCodes.listen, [`port ${address} ${said}: see ${configKey}`], options);
    this.code = code;
  }
}

/**
 * Starts a TCP or HTTP server and answers its real port.
 * @param configKey where the port is set, such as `hub.yaml: http.port`
 * @throws ListenError
 */
export async function listen(
  server: Server,
  address: Pick<ListenOptions, 'host' | 'port'>,
  configKey: string,
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      const where = address.host === undefined ? `${address.port}` : `${address.port} on ${address.host}`;
      reject(new ListenError(error.code ?? 'unknown', where, configKey, { cause: error }));
    };
    server.once('error', fail);
    server.listen({ host: address.host, port: address.port }, () => {
      server.off('error', fail);
      resolve();
    });
  });
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : 0;
}
