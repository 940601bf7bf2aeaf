import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { CameraFault } from './fault.ts';
import type { FarmSwitches } from './switches.ts';

const Order = z.union([
  z.strictObject({ fault: CameraFault.nullable() }),
  z.strictObject({ restart: z.literal(true) }),
]);

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const LARGEST_ORDER = 1024;

export function isControlPath(path: string): boolean {
  return path === '/control' || path.startsWith('/control/');
}

/**
 * `GET /control` lists the cameras; `POST /control/<cameraId>` takes `{"fault": "freeze"}`, `{"fault": null}` or
 * `{"restart": true}`. Only from this machine, and not for web pages: the Host must be local, the body JSON
 * (which a page can't send without asking), and no CORS header is given.
 */
export async function handleControl(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  switches: FarmSwitches,
): Promise<void> {
  const reply = (status: number, value: unknown) => {
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', connection: 'close' };
    response.writeHead(status, headers).end(`${JSON.stringify(value)}\n`);
  };
  const refuse = (status: number, error: string) => reply(status, { error });
  if (!LOOPBACK.test(request.socket.remoteAddress ?? '') || !LOCAL_HOST.test(request.headers.host ?? '')) {
    return refuse(403, 'control is for programs on this machine');
  }
  if (path === '/control') {
    return request.method === 'GET' ? reply(200, switches.statuses()) : refuse(405, 'GET /control');
  }
  if (request.method !== 'POST') return refuse(405, 'POST /control/<cameraId>');
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return refuse(415, 'send application/json');
  const status = switches.statuses().find(({ id }) => `/control/${encodeURIComponent(id)}` === path);
  if (status === undefined) return refuse(404, 'no such camera');
  const order = Order.safeParse(await readJson(request).catch(() => undefined));
  if (!order.success) return refuse(400, 'expected {"fault": …}, {"fault": null} or {"restart": true}');
  if ('restart' in order.data) switches.restart(status.id);
  else switches.setFault(status.id, order.data.fault ?? undefined);
  reply(
    200,
    switches.statuses().find(({ id }) => id === status.id),
  );
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > LARGEST_ORDER) throw new RangeError('order too long');
  }
  return JSON.parse(text);
}
