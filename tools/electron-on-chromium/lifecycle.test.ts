import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import type { Seen } from './sample/main.ts';
import { newUserData, processesOf, type Running, run, SAMPLE, STAND_IN_FOLDER } from './sample/run.ts';

let running: Running | undefined;
afterEach(async () => {
  await running?.dispose();
  running = undefined;
});
const start = async (...args: Parameters<typeof run>): Promise<Running> => {
  running = await run(...args);
  return running;
};
const eventually = <T>(look: () => T | Promise<T>, expected: unknown) =>
  vi.waitFor(async () => expect(await look()).toEqual(expected), { timeout: 8000, interval: 50 });
const nothingIsLeftOf = (userData: string) => eventually(() => processesOf(userData), []);

/** The executable by itself, as `npx electron .` starts it. */
function startAlone(userData: string, args: readonly string[] = []) {
  const env = { ...process.env, SAMPLE_USER_DATA: userData };
  const child = spawn(join(STAND_IN_FOLDER, 'electron'), [SAMPLE, ...args], { env });
  const shown = new Promise<void>((resolve) => {
    child.stdout.on('data', (data) => String(data).includes('ready-to-show') && resolve());
  });
  return { child, shown };
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s quits in order and leaves no process',
  async (signal) => {
    const userData = newUserData();
    const { child, shown } = startAlone(userData);
    const [out, err] = [text(child.stdout), text(child.stderr)];
    await shown;
    expect(processesOf(userData).length).toBeGreaterThan(3); // main, the utility process, Chromium's
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect((await out).trim().split('\n')).toEqual([
      'window ready-to-show',
      'before-quit',
      'window close',
      'window closed',
      'will-quit',
      'quit',
    ]);
    expect((await err).split('\n')[0]).toMatch(/^electron-on-chromium: this is NOT Electron/);
    await nothingIsLeftOf(userData);
    rmSync(userData, { recursive: true });
  },
  20_000,
);

test('nothing outlives a main that is killed, not even a busy page or utility process', async () => {
  const { app, page, userData, seen } = await start();
  await app.evaluate(() =>
    (globalThis as unknown as { seen: Seen }).seen.utility?.postMessage({ type: 'busy' }),
  );
  await eventually(async () => (await seen()).messages, ['busy']);
  page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {});
  const pid = await app.evaluate(() => process.pid);
  process.kill(pid, 'SIGKILL');
  await nothingIsLeftOf(userData);
}, 20_000);

test('when Chromium is killed, the application ends and says why', async () => {
  const userData = newUserData();
  const { child, shown } = startAlone(userData);
  const err = text(child.stderr);
  child.stdout.resume();
  await shown;
  const browser = processesOf(userData).filter((pid) => pid !== child.pid);
  for (const pid of browser) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it went with another
    }
  }
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(await err).toContain('Chromium has gone (SIGKILL)');
  await nothingIsLeftOf(userData);
  rmSync(userData, { recursive: true });
}, 20_000);

test('a second instance tells the first and ends', async () => {
  const { userData, seen } = await start();
  const { child } = startAlone(userData, ['--hello']);
  child.stdout.resume();
  child.stderr.resume();
  expect(await once(child, 'exit')).toEqual([0, null]);
  await eventually(async () => (await seen()).secondArgv.at(-1), '--hello');
}, 20_000);

test('the lock of an instance that was killed is not in the way', async () => {
  const first = await run();
  first.app.process().kill('SIGKILL');
  await nothingIsLeftOf(first.userData);
  const { page } = await start({ SAMPLE_USER_DATA: first.userData });
  expect(await page.textContent('h1')).toBe('Sample');
}, 20_000);

test('what a page has stored outlives a quit', async () => {
  const first = await run();
  await first.page.evaluate(() => localStorage.setItem('kept', 'yes'));
  await first.app.close();
  const { page } = await start({ SAMPLE_USER_DATA: first.userData });
  expect(await page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
}, 20_000);

test('a utility process talks to main and is told of when it ends', async () => {
  const { app, seen } = await start();
  const post = (message: unknown) =>
    app.evaluate(
      (_electron, sent) => (globalThis as unknown as { seen: Seen }).seen.utility?.postMessage(sent),
      message,
    );
  await post({ type: 'facts', value: [1, 2] });
  await eventually(
    async () => (await seen()).messages,
    [expect.objectContaining({ type: 'utility', argument: '--greeting=hello', value: [1, 2] })],
  );
  await post({ type: 'exit', code: 4 });
  await eventually(async () => (await seen()).events.includes('utility exit 4'), true);
}, 20_000);

test('the loopback network stays shut when the application refuses it', async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests++;
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { page } = await start({ SAMPLE_CONNECT: origin, SAMPLE_REFUSE_LOOPBACK: '1' });
  const outcome = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'fetched',
        (error: Error) => error.name,
      ),
    origin,
  );
  server.close();
  expect([outcome, requests]).toEqual(['TypeError', 0]);
}, 20_000);

test('--user-data-dir is the application’s, and other switches reach Chromium', async () => {
  const userData = newUserData();
  const { app } = await start({ SAMPLE_USER_DATA: userData }, [
    '--screen-info={0,0 1920x1080}{1920,0 1280x720}',
  ]);
  const screens = await app.evaluate(({ screen }) => screen.getAllDisplays().map(({ bounds }) => bounds));
  expect(screens).toEqual([
    { x: 0, y: 0, width: 1920, height: 1080 },
    { x: 1920, y: 0, width: 1280, height: 720 },
  ]);
}, 20_000);
