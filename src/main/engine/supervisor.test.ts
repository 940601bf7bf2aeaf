import type { utilityProcess } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fork } from '../../../tools/electron-on-chromium/utility/fork.ts';
import { ENGINE_ENDED } from '../../shared/ipc/channels.ts';
import type { EngineState } from '../../shared/ipc/model.ts';
import { forkSeat } from './fork-seat.ts';
import { Supervisor } from './supervisor.ts';

const SAMPLE = new URL('../../../tests/support/sample-engine.ts', import.meta.url).pathname;

let supervisor: Supervisor;
let beatMs: number;
const states: EngineState[] = [];
const pushed: string[] = [];
const said: string[] = [];
const reached = (kind: EngineState['kind'], times = 1) =>
  vi.waitFor(
    () => expect(states.filter((state) => state.kind === kind).length).toBeGreaterThanOrEqual(times),
    {
      timeout: 10_000,
      interval: 5,
    },
  );

/** @param lives how each start behaves in turn, the last one for all that follow */
function supervise(...lives: readonly ('ready' | 'fails' | 'deaf')[]): Supervisor {
  states.length = 0;
  pushed.length = 0;
  said.length = 0;
  let started = 0;
  const host = {
    fork: (entry: string, _args: unknown, options: object) =>
      fork(entry, [lives[Math.min(started++, lives.length - 1)]!], options),
  } as unknown as typeof utilityProcess;
  supervisor = new Supervisor({
    fork: forkSeat(host, {
      entry: SAMPLE,
      config: 'c',
      data: 'd',
      version: 'v',
      say: (line) => said.push(line),
    }),
    onPush: ({ name }) => pushed.push(name),
    onState: (state) => states.push(state),
    now: Date.now,
    stopGraceMs: 200,
    beatMs,
  });
  return supervisor;
}
beforeEach(() => {
  beatMs = 3_000;
});
afterEach(() => supervisor.stop());

test('requests made before it is ready wait; answers, refusals and pushes come through', async () => {
  const engine = supervise('ready');
  expect(engine.state).toEqual({ kind: 'starting' });
  const early = engine.request('prefs.get', { key: 'early' });
  expect(await early).toEqual({ key: 'early' });
  expect(engine.state.kind).toBe('up');
  await expect(engine.request('alerts.list', undefined)).rejects.toThrow('refused');
  expect(pushed).toEqual(['alerts']);
});

test('when it dies what is under way is rejected, and it is started again', async () => {
  const engine = supervise('ready');
  await reached('up');
  const hanging = engine.request('session.close', undefined);
  const deadly = engine.request('link.retry', undefined);
  await expect(hanging).rejects.toThrow(ENGINE_ENDED);
  await expect(deadly).rejects.toThrow(ENGINE_ENDED);
  expect(engine.state).toMatchObject({ kind: 'restarting', tries: 1, lastError: 'exit code 3' });
  expect(await engine.request('prefs.get', { key: 'after' })).toEqual({ key: 'after' });
  expect(states.map(({ kind }) => kind)).toEqual(['up', 'restarting', 'up']);
});

test('one that ends while it starts is tried again, later each time, and its last word is told', async () => {
  const engine = supervise('fails', 'fails', 'ready');
  const patient = engine.request('prefs.get', { key: 'patient' });
  expect(await patient).toEqual({ key: 'patient' });
  const tries = states.flatMap((state) => (state.kind === 'restarting' ? state : []));
  expect([...new Set(tries.map(({ tries: n }) => n))]).toEqual([1, 2]);
  expect(new Set(tries.map(({ since }) => since)).size).toBe(1);
  // The word may come after the end that it explains; a line of the log is none.
  expect(tries.at(-1)?.lastError).toBe('the folder cannot be written');
  expect(said).toEqual(Array(2).fill(['seat: the folder cannot be written\n', 'a line of its log\n']).flat());
});

test('one that gives no sign of life is ended and started again, and the reason is told', async () => {
  beatMs = 50;
  const engine = supervise('ready');
  await reached('up');
  const hanging = engine.request('prefs.set', { key: 'for ever', value: true });
  await expect(hanging).rejects.toThrow(ENGINE_ENDED);
  expect(states.find(({ kind }) => kind === 'restarting')).toMatchObject({
    tries: 1,
    lastError: expect.stringContaining('no sign of life'),
  });
  expect(await engine.request('prefs.get', { key: 'after' })).toEqual({ key: 'after' });
  await engine.stop();
}, 30_000);

test('it stops in good order, and then nothing is asked of it any more', async () => {
  const engine = supervise('ready');
  await reached('up');
  const hanging = engine.request('session.close', undefined);
  hanging.catch(() => {});
  await Promise.all([engine.stop(), engine.stop()]);
  await expect(hanging).rejects.toThrow('the application is closing');
  await expect(engine.request('prefs.get', { key: 'late' })).rejects.toThrow('closing');
  expect(states.map(({ kind }) => kind)).toEqual(['up']);
});

test('it stops while the engine starts, and while it waits to start it again', async () => {
  await supervise('ready').stop();
  expect(states.filter(({ kind }) => kind === 'restarting')).toEqual([]);

  const engine = supervise('fails');
  const waiting = engine.request('prefs.get', { key: 'never' });
  waiting.catch(() => {});
  await reached('restarting');
  await engine.stop();
  await expect(waiting).rejects.toThrow('closing');
});

test('one that does not stop is ended', async () => {
  const engine = supervise('deaf');
  await reached('up');
  await engine.stop();
  expect(states.map(({ kind }) => kind)).toEqual(['up']);
});

test('a fork that fails is as an engine that ended', async () => {
  supervisor = new Supervisor({
    fork: () => {
      throw new Error('no such program');
    },
    onPush: () => {},
    onState: (state) => states.push(state),
    now: Date.now,
  });
  expect(supervisor.state).toMatchObject({ kind: 'restarting', tries: 1, lastError: 'no such program' });
});
