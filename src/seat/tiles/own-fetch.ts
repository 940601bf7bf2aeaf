import { get as getPlain } from 'node:http';
import { Agent, get } from 'node:https';
import { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import type { BaseMapConfig } from '../../node/config/base-map.ts';
import { readNamedFile } from '../../node/config/named-file.ts';
import type { Fetch } from './fetch-tile.ts';

/** Answers that have no body. */
const EMPTY: ReadonlySet<number> = new Set([204, 304]);

/**
 * How a seat asks its tile server: as the platform does, or through the proxy, and by the authority beside the known
 * ones, that its configuration names, of which the platform's own knows nothing. Redirections are not followed.
 * @throws ConfigError where the authority's file can't be read
 */
export function fetchBy({ proxy, ca }: Pick<BaseMapConfig, 'proxy' | 'ca'>, platform: Fetch): Fetch {
  if (proxy === undefined && ca === undefined) return platform;
  const agent = new Agent({
    keepAlive: true,
    ...(proxy !== undefined && { proxyEnv: { https_proxy: proxy } }),
    ...(ca !== undefined && { ca: [...rootCertificates, readNamedFile(ca, 'baseMap.ca')] }),
  });
  return (url, { headers, signal }) =>
    new Promise((resolve, reject) => {
      // A server of this machine is asked without either.
      const plain = url.startsWith('http:');
      const request = (plain ? getPlain : get)(url, {
        headers,
        signal,
        ...(plain ? {} : { agent }),
      });
      // As the platform's does it: what went wrong is the cause.
      request.once('error', (cause) => reject(new TypeError('fetch failed', { cause })));
      request.once('response', (incoming) => {
        const { statusCode: status = 0 } = incoming;
        const said = new Headers();
        for (const [name, values] of Object.entries(incoming.headersDistinct))
          for (const value of values ?? []) said.append(name, value);
        const empty = EMPTY.has(status);
        if (empty) incoming.resume();
        const body = empty ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
        resolve(new Response(body, { status, headers: said }));
      });
    });
}
