import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Quotas } from '../edge/quota.ts';

export interface HttpOptions {
  /** answers /health: 200 where `ok`, else 503 */
  readonly health: () => { readonly ok: boolean; readonly facts: object };
  /** answers /metrics: content type and Prometheus text */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** where set, a request must carry `Authorization: Bearer …` */
  readonly token?: string | undefined;
  /** names the server may be called by, beside loopback ones: a page in a browser can't borrow its way in */
  readonly hosts: readonly string[];
  readonly now: () => number;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const PER_ADDRESS = { perSecond: 100, burst: 200 };

function allowedHost(header: string | undefined, hosts: readonly string[]): boolean {
  const name = header?.replace(/:\d+$/, '').toLowerCase();
  return name !== undefined && [...LOOPBACK, ...hosts].includes(name);
}

function allowedToken(header: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return true;
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Serves /health and /metrics and nothing else; small requests, few of them, from who may. */
export function createHttp(options: HttpOptions): Server {
  const quotas = new Quotas(PER_ADDRESS, 200);
  const server = createServer(
    { maxHeaderSize: 8_192, headersTimeout: 5_000, requestTimeout: 5_000, keepAliveTimeout: 5_000 },
    (request, response) => {
      request.resume();
      void answer(request, response, options, quotas);
    },
  );
  server.maxConnections = 50;
  return server;
}

async function answer(
  { headers, method, url = '', socket }: IncomingMessage,
  response: ServerResponse,
  { health, metrics, token, hosts, now }: HttpOptions,
  quotas: Quotas,
): Promise<void> {
  const send = (status: number, body: string, type = 'text/plain; charset=utf-8') => {
    response.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // What has a body of its own is not read to the end.
      ...(Number(headers['content-length'] ?? 0) > 0 ? { connection: 'close' } : {}),
    });
    response.end(method === 'HEAD' ? undefined : body);
  };
  try {
    if (!quotas.take(socket.remoteAddress ?? '', now())) return send(429, 'too many requests\n');
    if (!allowedHost(headers.host, hosts)) return send(421, 'this server is not called that\n');
    if (!allowedToken(headers.authorization, token)) return send(401, 'a token is needed\n');
    const path = url.split('?')[0];
    if (path !== '/health' && path !== '/metrics') return send(404, 'not found\n');
    if (method !== 'GET' && method !== 'HEAD') return send(405, 'GET only\n');
    if (path === '/metrics') {
      const { type, text } = await metrics();
      return send(200, text, type);
    }
    const { ok, facts } = health();
    return send(ok ? 200 : 503, `${JSON.stringify(facts)}\n`, 'application/json');
  } catch {
    if (!response.headersSent) send(500, 'the hub could not answer\n');
  }
}
