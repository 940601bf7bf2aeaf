import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createProxy } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BaseMapConfig } from '../../node/config/base-map.ts';
import { fetchBy } from './own-fetch.ts';

const TLS = join(import.meta.dirname, '../../../tests/fixtures/tls');
const ca = join(TLS, 'ca.pem');
const init = () => ({
  headers: { 'user-agent': 'Vigie/1' },
  redirect: 'manual' as const,
  signal: AbortSignal.timeout(10_000),
});

let server: Server;
let address: string;
/** what the server was asked */
let asked: string[];
const ends: (() => void)[] = [];

beforeEach(async () => {
  asked = [];
  server = createServer(
    { cert: readFileSync(join(TLS, 'server.pem')), key: readFileSync(join(TLS, 'server.key')) },
    (request, response) => {
      asked.push(`${request.url} ${request.headers['user-agent']}`);
      if (request.url === '/moved') return response.writeHead(302, { location: '/elsewhere' }).end();
      if (request.url === '/same') return response.writeHead(304, { etag: '"1"' }).end();
      return response.writeHead(200, { etag: '"1"' }).end('a tile');
    },
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `https://localhost:${(server.address() as AddressInfo).port}`;
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** @returns its address, and where it was asked to lead to */
async function startProxy() {
  const ways: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createProxy().on('connect', (request, client: Socket) => {
    ways.push(request.url ?? '');
    const [host, port] = (request.url ?? '').split(':');
    const far = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      far.pipe(client).pipe(far);
    });
    for (const socket of [client, far]) sockets.add(socket.on('error', () => socket.destroy()));
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  return { ways, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}

test('a server that an authority of the city signed for is believed where that authority is named', async () => {
  await expect(fetch(`${address}/1`, init())).rejects.toThrow('fetch failed');
  const ask = fetchBy({ ca }, fetch);
  const answer = await ask(`${address}/1`, init());
  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([200, '"1"', 'a tile']);
  expect((await ask(`${address}/same`, init())).status).toBe(304);
  expect(asked).toEqual(['/1 Vigie/1', '/same Vigie/1']);
});

test('all goes through the proxy that is named, which sees the name of the server and nothing else', async () => {
  const { ways, url } = await startProxy();
  const answer = await fetchBy({ ca, proxy: url }, fetch)(`${address}/1?key=secret`, init());
  expect(await answer.text()).toBe('a tile');
  expect(ways).toEqual([new URL(address).host]);
});

test('a redirection is not followed, and what went wrong is the cause', async () => {
  const ask = fetchBy({ ca }, fetch);
  expect((await ask(`${address}/moved`, init())).status).toBe(302);
  expect(asked).toHaveLength(1);
  const { ways: _, url } = await startProxy();
  const wrong = fetchBy({ proxy: url }, fetch)(`${address}/1`, init());
  await expect(wrong).rejects.toMatchObject({
    message: 'fetch failed',
    cause: { code: expect.stringMatching(/VERIFY|CERT|SELF/) },
  });
});

test('with neither it is the platform that asks, and a proxy is named without a secret', () => {
  expect(fetchBy({}, fetch)).toBe(fetch);
  const config = { url: 'https://a/{z}/{x}/{y}', attribution: '© A', bounds: [4, 47, 5, 48] };
  const said = (proxy: string) => BaseMapConfig.safeParse({ ...config, proxy }).success;
  expect(
    ['http://proxy:3128', 'http://me:secret@proxy:3128', 'socks5://proxy', 'proxy:3128'].map(said),
  ).toEqual([true, false, false, false]);
  expect(BaseMapConfig.safeParse({ file: 'a.pmtiles', ca: 'ca.pem' }).success).toBe(false);
});
