import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Running, run } from './sample/run.ts';

interface SampleApi {
  versions: { electron: string; type: string };
  add(a: number, b: number): number;
  throws(): void;
  echo(value: unknown): Promise<unknown>;
  fail(): Promise<never>;
  who(): Promise<unknown>;
  say(...args: unknown[]): void;
  onHeard(listener: (...args: never[]) => void): () => void;
  lacking(name: string): string;
}
// Names of the page, for the functions that Playwright carries into it.
declare const sample: SampleApi;

let running: Running;
let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('from loopback');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  running = await run({ SAMPLE_CONNECT: origin });
}, 30_000);
afterAll(async () => {
  await running?.dispose();
  server.close();
  server.closeAllConnections();
});
const eventually = <T>(look: () => Promise<T>, expected: unknown) =>
  vi.waitFor(async () => expect(await look()).toEqual(expected), { timeout: 8000, interval: 50 });

test('the page comes through the application’s protocol, and its preload talks to main', async () => {
  const { page, app } = running;
  expect(await page.evaluate(() => sample.who())).toEqual({
    url: 'app://sample/index.html',
    origin: 'app://sample',
    parent: null,
  });
  expect(await page.evaluate(() => sample.versions)).toMatchObject({ type: 'renderer' });
  expect(
    await app.evaluate(({ app: electronApp }) => [electronApp.getName(), electronApp.getVersion()]),
  ).toEqual(['Sample', '1.2.3']);
});

test('the two worlds are apart, and what is exposed is frozen', async () => {
  const found = await running.page.evaluate(() => {
    const page = globalThis as unknown as Record<string, unknown>;
    return [page.preloadSecret, page.require, page.__electronPost, Object.isFrozen(sample), sample.add(2, 3)];
  });
  expect(found).toEqual([undefined, undefined, undefined, true, 5]);
  await expect(running.page.evaluate(() => sample.throws())).rejects.toThrow('too far');
});

test('values survive invoke', async () => {
  const ok = await running.page.evaluate(async () => {
    const sent = {
      floats: new Float32Array([1.5, 2]),
      date: new Date(5),
      map: new Map([['a', 1n]]),
      nothing: undefined,
      text: 'é',
      nan: Number.NaN,
      deep: [{ buffer: new Uint8Array([1, 2, 3]).buffer }],
    };
    const got = (await sample.echo(sent)) as typeof sent;
    return [
      got.floats instanceof Float32Array && got.floats[0],
      got.date instanceof Date && got.date.getTime(),
      got.map instanceof Map && got.map.get('a'),
      'nothing' in got,
      got.text,
      got.nan,
      new Uint8Array(got.deep[0]!.buffer)[2],
    ];
  });
  expect(ok).toEqual([1.5, 5, 1n, true, 'é', Number.NaN, 3]);
});

test('send goes to main and comes back as bytes, until the listener leaves', async () => {
  const { page, seen } = running;
  const heard = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const stop = sample.onHeard((name: string, buffer: ArrayBuffer) => {
          stop();
          resolve([name, buffer instanceof ArrayBuffer, [...new Uint8Array(buffer)]]);
        });
        sample.say('lamps', new Uint8Array([4, 5, 6]).buffer);
      }),
  );
  expect(heard).toEqual(['lamps', true, [4, 5, 6]]);
  expect((await seen()).messages).toHaveLength(1);
});

test('a refusal in main is an error in the page', async () => {
  await expect(running.page.evaluate(() => sample.fail())).rejects.toThrow(
    "Error invoking remote method 'fail': Error: as asked",
  );
  await expect(running.page.evaluate(() => sample.echo(() => 1))).rejects.toThrow('could not be cloned');
});

test('requests of the page reach the handler with method and body; a missing file is 404', async () => {
  const answers = await running.page.evaluate(async () => {
    const echo = await fetch('/echo', { method: 'POST', body: 'ü' });
    return [echo.status, await echo.text(), (await fetch('/missing')).status];
  });
  expect(answers).toEqual([201, 'ü', 404]);
});

test('the content security policy that the handler sends is kept', async () => {
  const result = await running.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = 1';
    document.body.append(script);
    const fetched = await fetch('https://example.org/').then(String, (error: Error) => error.name);
    return [(globalThis as unknown as Record<string, unknown>).injected, fetched];
  });
  expect(result).toEqual([undefined, 'TypeError']);
  const told = async () =>
    (await running.seen()).errors.some((text) => text.includes('Content Security Policy'));
  await eventually(told, true);
});

test('the loopback network is open when the application grants it', async () => {
  const body = await running.page.evaluate((url) => fetch(url).then((response) => response.text()), origin);
  expect(body).toBe('from loopback');
  expect(
    await running.page.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    ),
  ).toBe('denied');
});

test('windows, navigation and redirects that the application refuses do not happen', async () => {
  const { page, app, seen } = running;
  expect(await page.evaluate(() => window.open('https://opened.example/'))).toBeNull();
  for (const id of ['#blank', '#link', '#away']) await page.click(id);
  await eventually(async () => (await seen()).opened, ['https://opened.example/', 'https://blank.example/']);
  await eventually(
    async () => (await seen()).navigations,
    ['will-navigate https://link.example/', 'will-redirect https://elsewhere.example/'],
  );
  expect(app.windows()).toHaveLength(1);
  expect(await page.textContent('h1')).toBe('Sample');
});

test('a window tells its place, state and title', async () => {
  const { app, page, seen } = running;
  const window = await app.browserWindow(page);
  expect(await window.evaluate((w) => w.getBounds())).toMatchObject({ width: 900, height: 600 });
  expect(await window.evaluate((w) => [w.getTitle(), w.isVisible(), w.isDestroyed()])).toEqual([
    'Sample page',
    true,
    false,
  ]);
  await window.evaluate((w) => w.setBounds({ x: 10, y: 20, width: 700, height: 500 }));
  await window.evaluate((w) => w.maximize());
  await eventually(() => window.evaluate((w) => w.isMaximized()), true);
  expect(await window.evaluate((w) => w.getNormalBounds())).toEqual({
    x: 10,
    y: 20,
    width: 700,
    height: 500,
  });
  await window.evaluate((w) => w.setFullScreen(true));
  await eventually(() => window.evaluate((w) => w.isFullScreen()), true);
  await window.evaluate((w) => w.setFullScreen(false));
  await eventually(() => window.evaluate((w) => w.getBounds().width), 700);
  expect((await seen()).events).toEqual(
    expect.arrayContaining(['ready-to-show', 'maximize', 'unmaximize', 'enter-full-screen']),
  );
});

test('the page can be captured', async () => {
  const window = await running.app.browserWindow(running.page);
  const image = await window.evaluate(async (w) => {
    const captured = await w.webContents.capturePage();
    return {
      size: captured.getSize(),
      start: captured.toPNG().subarray(1, 4).toString(),
      empty: captured.isEmpty(),
    };
  });
  expect(image).toMatchObject({ start: 'PNG', empty: false });
  expect(image.size.width).toBeGreaterThan(600);
});

test('screens are known', async () => {
  const display = await running.app.evaluate(({ screen }) => screen.getPrimaryDisplay());
  expect(display.bounds.width).toBeGreaterThan(0);
  expect(display.workArea).toMatchObject({ x: expect.any(Number), height: expect.any(Number) });
});

test('what is lacking throws where it is touched, in main and in the preload', async () => {
  const { app, page } = running;
  const touch = (source: string) =>
    app.evaluate((electron, body) => {
      try {
        new Function('electron', 'BrowserWindow', body)(electron, electron.BrowserWindow);
        return 'nothing thrown';
      } catch (error) {
        return (error as Error).message;
      }
    }, source);
  expect(await touch('electron.app.getAppMetrics()')).toContain('app.getAppMetrics is lacking');
  expect(await touch('electron.shell.openExternal("x")')).toContain('electron.shell.openExternal is lacking');
  expect(await touch('new electron.Tray("x")')).toContain('electron.Tray is lacking');
  expect(await touch('BrowserWindow.getAllWindows()[0].setOpacity(1)')).toContain(
    'BrowserWindow.setOpacity is lacking',
  );
  expect(await touch('BrowserWindow.getAllWindows()[0].webContents.openDevTools()')).toContain(
    'openDevTools is lacking',
  );
  expect(await touch('new BrowserWindow({ transparent: true })')).toContain('transparent is lacking');
  expect(await touch('new BrowserWindow({ webPreferences: { nodeIntegration: true } })')).toContain(
    'nodeIntegration',
  );
  expect(await touch('electron.app.on("login", () => {})')).toContain("event 'login' is lacking");
  expect(await page.evaluate(() => sample.lacking('webFrame'))).toContain('electron.webFrame is lacking');
});

test('a rejection that nobody handles is warned of, and main goes on', async () => {
  const warning = await running.app.evaluate(
    () =>
      new Promise((resolve) => {
        process.once('warning', ({ name }) => resolve(name));
        Promise.reject(new Error('left alone'));
      }),
  );
  expect(warning).toBe('UnhandledPromiseRejectionWarning');
  expect(await running.app.evaluate(({ app }) => app.isReady())).toBe(true);
});

test('secrets can’t be kept, and asking to says so', async () => {
  const [available, failure] = await running.app.evaluate(({ safeStorage }) => {
    try {
      return [safeStorage.isEncryptionAvailable(), String(safeStorage.encryptString('x'))];
    } catch (error) {
      return [safeStorage.isEncryptionAvailable(), (error as Error).message];
    }
  });
  expect([available, failure]).toEqual([false, expect.stringContaining('Encryption is not available')]);
});

test('a page that crashes is told of, and a reload brings it back with its preload', async () => {
  const { app, seen } = running;
  const state = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window!.webContents.executeJavaScript('sample.add(1, 1)');
    });
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  );
  await eventually(async () => (await seen()).events.includes('gone crashed'), true);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload());
  await eventually(state, 2);
});
