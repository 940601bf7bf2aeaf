import { get, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { listen } from '../../node/process/listen.ts';
import { Metrics } from './metrics.ts';
import { createHttp, type HttpOptions } from './server.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function start(more: Partial<HttpOptions> = {}): Promise<number> {
  const metrics = new Metrics();
  metrics.watch(() => ({
    linkUp: true,
    storeOk: true,
    ready: true,
    seq: 7,
    relayed: 6,
    lamps: 34_000,
    waiting: 0,
    journalsContradicting: 0,
    journalEntriesMissing: 0,
    proceduresRefused: 0,
    lightingPlanFaults: 0,
    programsWaiting: 0,
    floods: [{ kind: 'city/v1/event', source: 'noisy', dropped: 3 }],
  }));
  metrics.command('ticket.claim', 'OK');
  metrics.rejected('city/v1/lamp/L-1/state', 'json');
  server = createHttp({
    health: () => ({ ok: true, facts: { seq: 7 } }),
    metrics: async () => ({ type: metrics.registry.contentType, text: await metrics.registry.metrics() }),
    hosts: ['hub.room.example'],
    now: () => 0,
    ...more,
  });
  return listen(server, { host: '127.0.0.1', port: 0 }, 'http.port');
}

/** Node's own client: fetch does not let a test lie about its Host. */
const ask = (port: number, path: string, headers: IncomingHttpHeaders = {}, method = 'GET') =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    }).on('error', reject);
  });

it('tells its health and its counts, and nothing else', async () => {
  const port = await start();
  expect(await ask(port, '/health')).toEqual({ status: 200, body: '{"seq":7}\n' });
  const { body } = await ask(port, '/metrics');
  expect(body).toContain('vigie_hub_source_over_quota{topic="city/v1/event",source="noisy"} 3');
  expect(body).toContain('vigie_hub_commands_total{op="ticket.claim",code="OK"} 1');
  expect(body).toContain('vigie_hub_input_rejected_total{topic="city/v1/lamp/+/state",reason="json"} 1');
  expect(body).toContain('vigie_hub_sequence 7');
  for (const path of ['/', '/admin', '/health/x', '//health'])
    expect((await ask(port, path)).status).toBe(404);
  expect((await ask(port, '/health', {}, 'POST')).status).toBe(405);
});

it('says 503 when it is not well', async () => {
  const port = await start({ health: () => ({ ok: false, facts: { link: 'down' } }) });
  expect(await ask(port, '/health')).toEqual({ status: 503, body: '{"link":"down"}\n' });
});

it('answers only to its names, on loopback too', async () => {
  const port = await start();
  const status = async (host: string) => (await ask(port, '/health', { host })).status;
  expect(await status('evil.example')).toBe(421);
  expect(await status('127.0.0.1.evil.example')).toBe(421);
  expect(await status('HUB.room.example:8790')).toBe(200);
  expect(await status('localhost:1')).toBe(200);
});

it('wants its token where it has one', async () => {
  const port = await start({ token: 'a-token-of-some-length' });
  const status = async (authorization?: string) =>
    (await ask(port, '/health', authorization === undefined ? {} : { authorization })).status;
  expect(await status()).toBe(401);
  expect(await status('Bearer a-token-of-some-lengtX')).toBe(401);
  expect(await status('Bearer a-token-of-some-length')).toBe(200);
});

it('limits how often it is asked and how much it is told', async () => {
  const port = await start();
  const statuses: (number | undefined)[] = [];
  for (let i = 0; i < 210; i++) statuses.push((await ask(port, '/health')).status);
  expect(statuses).toEqual([...Array(200).fill(200), ...Array(10).fill(429)]);
  const large = await ask(port, '/health', { 'x-large': 'x'.repeat(20_000) });
  expect(large.status).toBe(431);
});
