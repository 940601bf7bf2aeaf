import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { parseLoop } from '../mp4/loop.ts';
import { sampleLoop } from '../mp4/sample-loop.ts';
import { type CameraFarm, type CameraFarmOptions, startCameraFarm } from './farm.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const loop = parseLoop(sampleLoop({ seconds: 4, timescale: 90_000, framesPerSecond: 12 }));
const loops = ['LIB-03', 'DAR-01'].map((id) => ({ id, main: loop, sub: loop }));

const farms: CameraFarm[] = [];
afterEach(async () => {
  await Promise.all(farms.splice(0).map((farm) => farm.close()));
});

/** A farm whose clock stands still until it is moved. */
async function farmAtNoon(options: Partial<CameraFarmOptions> = {}) {
  const clock = { now: NOON };
  const farm = await startCameraFarm({ host: '127.0.0.1', port: 0, loops, now: () => clock.now, ...options });
  farms.push(farm);
  const get = (path: string, init?: RequestInit) => fetch(farm.origin + path, init);
  const text = async (path: string) => (await get(path)).text();
  const order = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    get(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { farm, clock, get, text, order };
}

const PLAYLIST = '/LIB-03/sub/index.m3u8';
const names = (playlist: string) => playlist.split('\n').filter((line) => line.endsWith('.m4s'));
const segmentOf = (playlist: string) => `/LIB-03/sub/${names(playlist).at(-1)}`;

describe('a camera farm', () => {
  it('serves playlists, inits and segments to any page, and lets nothing be kept', async () => {
    const { get, text } = await farmAtNoon();
    const playlist = await text(PLAYLIST);
    const init = /URI="([^"]+)"/.exec(playlist)?.[1];
    const expected = [
      ['/LIB-03/index.m3u8', 'application/vnd.apple.mpegurl'],
      [PLAYLIST, 'application/vnd.apple.mpegurl'],
      [`/LIB-03/sub/${init}`, 'video/mp4'],
      [segmentOf(playlist), 'video/mp4'],
    ] as const;
    for (const [path, type] of expected) {
      const response = await get(path);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const head = await get(path, { method: 'HEAD' });
      expect(head.headers.get('content-length')).toBe(String((await response.arrayBuffer()).byteLength));
      expect((await head.arrayBuffer()).byteLength).toBe(0);
    }
  });

  it.each([
    '/',
    '/LIB-03',
    '/LIB-03/',
    '/nobody/index.m3u8',
    '/LIB-03/other/index.m3u8',
    '/LIB-03/sub/../main/x',
    '/LIB-03/sub/init-1.mp4',
    '/LIB-03/sub/s0-1.m4s',
    '/LIB-03/sub/s0-99999999999.m4s',
    '/LIB-03/sub/s0--1.m4s',
    '/%E0%A4%A/index.m3u8',
    '/control',
    '/control/LIB-03',
    '/LIB-03/index.m3u8/x',
  ])('knows nothing at %s', async (path) => {
    const { get } = await farmAtNoon();
    expect((await get(path)).status).toBe(404);
  });

  it('answers OPTIONS and refuses to be written to', async () => {
    const { get } = await farmAtNoon();
    const options = await get(PLAYLIST, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ]);
    expect((await get(PLAYLIST, { method: 'PUT', body: 'x' })).status).toBe(405);
  });

  it('answers by the clock alone: another farm goes on where the first was', async () => {
    const [first, second] = [await farmAtNoon(), await farmAtNoon()];
    expect(await second.text(PLAYLIST)).toBe(await first.text(PLAYLIST));
    second.clock.now += 1000;
    expect(names(await second.text(PLAYLIST))[0]).toBe(names(await first.text(PLAYLIST))[1]);
  });

  it('refuses a port in use', async () => {
    const { farm } = await farmAtNoon();
    await expect(startCameraFarm({ host: '127.0.0.1', port: farm.port, loops })).rejects.toThrow(
      /in use.*see cameras\.port/,
    );
  });
});

describe('a faulty camera', () => {
  it('resets connections when down, alone of all, and comes back', async () => {
    const { farm, get } = await farmAtNoon();
    farm.setFault('LIB-03', 'down');
    await expect(get(PLAYLIST)).rejects.toThrow();
    expect((await get('/DAR-01/sub/index.m3u8')).status).toBe(200);
    farm.setFault('LIB-03', undefined);
    expect((await get(PLAYLIST)).status).toBe(200);
  });

  it('freezes, then shows the present again', async () => {
    const { farm, clock, text } = await farmAtNoon();
    const before = await text(PLAYLIST);
    farm.setFault('LIB-03', 'freeze');
    clock.now += 5000;
    expect(await text(PLAYLIST)).toBe(before);
    farm.setFault('LIB-03', undefined);
    expect(names(await text(PLAYLIST))[0]).toBe(names(before)[5]);
  });

  it('ends', async () => {
    const { farm, clock, text } = await farmAtNoon();
    const before = await text(PLAYLIST);
    farm.setFault('LIB-03', 'ended');
    clock.now += 5000;
    expect(await text(PLAYLIST)).toBe(`${before}#EXT-X-ENDLIST\n`);
  });

  it('answers 404, 500 or a page to everything', async () => {
    const { farm, get } = await farmAtNoon();
    farm.setFault('LIB-03', '404');
    expect((await get(PLAYLIST)).status).toBe(404);
    farm.setFault('LIB-03', '500');
    expect((await get(PLAYLIST)).status).toBe(500);
    farm.setFault('LIB-03', 'html');
    const page = await get(PLAYLIST);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html']);
  });

  it('sends garbage or nothing in place of segments', async () => {
    const { farm, get, text } = await farmAtNoon();
    const playlist = await text(PLAYLIST);
    farm.setFault('LIB-03', 'garbage');
    expect(await text(PLAYLIST)).toBe(playlist);
    expect(
      new Uint8Array(await (await get(segmentOf(playlist))).arrayBuffer()).every((b) => b === 0x5a),
    ).toBe(true);
    farm.setFault('LIB-03', 'segments-404');
    expect((await get(segmentOf(playlist))).status).toBe(404);
    farm.setFault('LIB-03', 'empty');
    expect(names(await text(PLAYLIST))).toEqual([]);
  });

  it('hangs until the viewer gives up', async () => {
    const { farm, get } = await farmAtNoon();
    farm.setFault('LIB-03', 'hang');
    const patience = new AbortController();
    const asked = get(PLAYLIST, { signal: patience.signal });
    expect((await get('/DAR-01/sub/index.m3u8')).status).toBe(200);
    // Had it been answered meanwhile, giving up now would change nothing.
    patience.abort();
    await expect(asked).rejects.toThrow('abort');
  });

  it('begins at 0 with another init after a restart, and forgets the old segments', async () => {
    const { farm, get, text } = await farmAtNoon();
    const before = await text(PLAYLIST);
    farm.restart('LIB-03');
    const after = await text(PLAYLIST);
    expect(after).toContain('#EXT-X-MEDIA-SEQUENCE:0\n');
    expect(after).toContain('init-1.mp4');
    expect(names(after)).toEqual(['s1-0.m4s']);
    expect((await get(segmentOf(before))).status).toBe(404);
    expect((await get(segmentOf(after))).status).toBe(200);
    expect((await get('/LIB-03/sub/s0-0.m4s')).status).toBe(404);
    expect(await text('/DAR-01/sub/index.m3u8')).toContain('init-0.mp4');
  });

  it('must exist', async () => {
    const { farm } = await farmAtNoon();
    expect(() => farm.setFault('nobody', 'down')).toThrow('no camera "nobody"');
    expect(() => farm.restart('nobody')).toThrow(RangeError);
  });
});

describe('control over HTTP', () => {
  it('refuses an order that is too long, even if it says something', async () => {
    const { farm, get } = await farmAtNoon({ control: true });
    const headers = { 'content-type': 'application/json' };
    const body = `{"fault":"down"${' '.repeat(5000)}}`;
    expect((await get('/control/LIB-03', { method: 'POST', headers, body })).status).toBe(400);
    expect(farm.statuses()[0]?.fault).toBeUndefined();
  });

  it('is closed to pages that reach this machine under a name of their own', async () => {
    const { farm } = await farmAtNoon({ control: true });
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'rebound.example', 'content-type': 'application/json' };
      const order = request(`${farm.origin}/control/LIB-03`, { method: 'POST', headers });
      order.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject);
      order.end('{"fault":"down"}');
    });
    expect(status).toBe(403);
    expect(farm.statuses()[0]?.fault).toBeUndefined();
  });

  it('sets, heals, restarts and lists', async () => {
    const { order, get, text } = await farmAtNoon({ control: true });
    expect(await (await order('/control/LIB-03', { fault: '500' })).json()).toMatchObject({
      fault: '500',
      restarts: 0,
    });
    expect((await get(PLAYLIST)).status).toBe(500);
    await order('/control/LIB-03', { fault: null });
    expect((await get(PLAYLIST)).status).toBe(200);
    await order('/control/LIB-03', { restart: true });
    expect(await text(PLAYLIST)).toContain('#EXT-X-MEDIA-SEQUENCE:0\n');
    expect(await (await get('/control')).json()).toMatchObject([
      { id: 'LIB-03', restarts: 1 },
      { id: 'DAR-01', restarts: 0 },
    ]);
  });

  it.each([
    ['an unknown camera', '/control/nobody', { fault: 'down' }, {}, 404],
    ['an unknown fault', '/control/LIB-03', { fault: 'tired' }, {}, 400],
    ['two orders at once', '/control/LIB-03', { fault: 'down', restart: true }, {}, 400],
    [
      'what a page can send unasked',
      '/control/LIB-03',
      { fault: 'down' },
      { 'content-type': 'text/plain' },
      415,
    ],
  ])('refuses %s', async (_, path, body, headers, status) => {
    const { order, get } = await farmAtNoon({ control: true });
    expect((await order(path, body, headers)).status).toBe(status);
    expect((await get(PLAYLIST)).status).toBe(200);
  });
});
