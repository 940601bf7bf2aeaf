import { EventEmitter } from 'node:events';
import type { utilityProcess } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fork } from '../../../tools/electron-on-chromium/utility/fork.ts';
import type { FromSeat, ToSeat } from '../../shared/ipc/contract.ts';
import type { EngineState } from '../../shared/ipc/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { forkSeat } from './fork-seat.ts';
import { type EngineProcess, Supervisor } from './supervisor.ts';

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
  await expect(hanging).rejects.toThrow('the seat engine ended (3)');
  await expect(deadly).rejects.toThrow('(3)');
  expect(engine.state).toMatchObject({ kind: 'restarting', tries: 1 });
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

describe('an engine that gives no sign of life', () => {
  afterEach(() => vi.useRealTimers());

  test('is ended and started again, and the reason is told', async () => {
    beatMs = 50;
    const engine = supervise('ready');
    await reached('up');
    const hanging = engine.request('prefs.set', { key: 'for ever', value: true });
    await expect(hanging).rejects.toThrow('the seat engine ended');
    expect(states.find(({ kind }) => kind === 'restarting')).toMatchObject({
      tries: 1,
      lastError: expect.stringContaining('no sign of life'),
    });
    expect(await engine.request('prefs.get', { key: 'after' })).toEqual({ key: 'after' });
    await engine.stop();
  }, 30_000);

  test('has time: it is ended after five beats without a word', async () => {
    vi.useFakeTimers();
    const asked: ToSeat[] = [];
    const kill = vi.fn(() => true);
    const process = Object.assign(new EventEmitter(), { kill, postMessage: (m: ToSeat) => asked.push(m) });
    const engine = new Supervisor({
      fork: () => process,
      onPush: () => {},
      onState: () => {},
      now: Date.now,
      beatMs: 1_000,
    });
    const beats = (n: number) => vi.advanceTimersByTime(n * 1_000);
    beats(10);
    expect(kill).not.toHaveBeenCalled(); // it may take long to start
    expect(asked).toEqual([]);
    process.emit('message', { type: 'ready' });
    beats(5);
    process.emit('message', { type: 'pong' });
    beats(5);
    expect(asked).toEqual(Array(10).fill({ type: 'ping' }));
    expect(kill).not.toHaveBeenCalled();
    beats(1);
    expect(kill).toHaveBeenCalledOnce();
    process.emit('exit', 9);
    beats(1);
    const stopped = engine.stop();
    process.emit('exit', 0);
    await stopped;
    expect(vi.getTimerCount()).toBe(0);
  });

  test('before it is ready has forty beats: then it hangs, and is ended too', () => {
    vi.useFakeTimers();
    const kill = vi.fn(() => true);
    const process = Object.assign(new EventEmitter(), { kill, postMessage: () => {} });
    const fork = vi.fn(() => process);
    const engine = new Supervisor({
      fork,
      onPush: () => {},
      onState: () => {},
      now: Date.now,
      beatMs: 1_000,
    });
    vi.advanceTimersByTime(40_000);
    expect(kill).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(kill).toHaveBeenCalledOnce();
    process.emit('exit', 9);
    expect(engine.state).toMatchObject({ kind: 'restarting', lastError: expect.stringContaining('no sign') });
    process.removeAllListeners();
    vi.advanceTimersByTime(1_000 + 40_000);
    expect(fork).toHaveBeenCalledTimes(2);
    expect(kill).toHaveBeenCalledOnce(); // each start has its own forty
  });
});

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

/** An engine that does nothing by itself but stop: the test says when it is ready, and when it ends. */
class Puppet extends EventEmitter<{ message: [FromSeat]; exit: [number] }> implements EngineProcess {
  readonly asked: ToSeat[] = [];
  postMessage(message: ToSeat): void {
    if (message.type === 'stop') this.emit('exit', 0);
    else this.asked.push(message);
  }
  kill(): boolean {
    return true;
  }
}

describe('one that does not stay up', () => {
  const puppets: Puppet[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    puppets.length = 0;
    states.length = 0;
    supervisor = new Supervisor({
      fork: (word) => {
        const puppet = new Puppet();
        puppets.push(puppet);
        puppet.once('exit', () => word(`end ${puppets.length}`));
        return puppet;
      },
      onPush: () => {},
      onState: (state) => states.push(state),
      now: Date.now,
    });
  });
  afterEach(() => void vi.useRealTimers());
  const last = () => puppets.at(-1)!;
  const ready = () => last().emit('message', { type: 'ready' });
  const restarting = () => {
    const { state } = supervisor;
    if (state.kind !== 'restarting') throw new Error(`it is ${state.kind}`);
    return state;
  };
  /** Ends it. @returns ms until the next is started */
  const dies = (): number => {
    const count = puppets.length;
    last().emit('exit', 1);
    let waited = 0;
    for (; puppets.length === count; waited += 50) vi.advanceTimersByTime(50);
    return waited;
  };

  test('is started ever later, never given up, and the console is told since when and why', () => {
    const began = instant(Date.now());
    const waits = Array.from({ length: 20 }, () => {
      ready();
      return dies();
    });
    expect(waits.slice(0, 8)).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000]);
    expect(new Set(waits.slice(8))).toEqual(new Set([10_000]));
    expect(restarting()).toEqual({ kind: 'restarting', since: began, tries: 20, lastError: 'end 20' });
    ready();
    expect(supervisor.state.kind).toBe('up');
    last().emit('exit', 1);
    expect(restarting()).toMatchObject({ since: began, tries: 21 });
  });

  test('is forgiven after a minute of good life', () => {
    for (let i = 0; i < 6; i++) dies();
    ready();
    vi.advanceTimersByTime(61_000);
    const ended = instant(Date.now());
    expect(dies()).toBe(100);
    expect(restarting()).toMatchObject({ since: ended, tries: 1 });
  });

  test('does not do later what was asked of it long before', async () => {
    ready();
    last().emit('exit', 1);
    const patient = supervisor.request('desk.act', {});
    patient.catch(() => {});
    vi.advanceTimersByTime(100);
    for (let i = 0; i < 3; i++) dies();
    ready();
    expect(last().asked).toHaveLength(1); // it had waited 1.5 s
    for (let i = 0; i < 5; i++) dies();
    await expect(patient).rejects.toThrow('ended');
    await expect(supervisor.request('desk.act', {})).rejects.toThrow('does not stay up');
    ready();
    expect(last().asked).toEqual([]);
    void supervisor.request('desk.act', {}).catch(() => {});
    expect(last().asked).toHaveLength(1);
  });

  test('what waits when patience ends is rejected', async () => {
    const patient = supervisor.request('desk.act', {});
    patient.catch(() => {});
    for (let i = 0; i < 5; i++) dies();
    await expect(patient).rejects.toThrow('the seat engine ended (1)');
    ready();
    expect(last().asked).toEqual([]);
  });
});
