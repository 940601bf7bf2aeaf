import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENGINE_ENDED } from '../../shared/ipc/channels.ts';
import type { FromSeat, ToSeat } from '../../shared/ipc/contract.ts';
import type { EngineState } from '../../shared/ipc/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { type EngineProcess, Supervisor } from './supervisor.ts';

let supervisor: Supervisor;
const states: EngineState[] = [];

/** An engine that does nothing by itself but stop: the test says when it is ready, and when it ends. */
class Puppet extends EventEmitter<{ message: [FromSeat]; exit: [number] }> implements EngineProcess {
  readonly asked: ToSeat[] = [];
  killed = 0;
  postMessage(message: ToSeat): void {
    if (message.type === 'stop') this.emit('exit', 0);
    else this.asked.push(message);
  }
  kill(): boolean {
    this.killed++;
    return true;
  }
}

const puppets: Puppet[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  puppets.length = 0;
  states.length = 0;
  supervisor = new Supervisor({
    fork: (word) => {
      const puppet = new Puppet();
      puppets.push(puppet);
      puppet.once('exit', () => puppet.killed === 0 && word(`end ${puppets.length}`));
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

describe('one that is silent', () => {
  const beats = (n: number) => vi.advanceTimersByTime(n * 3_000);
  const killed = () => last().killed;

  test('has time: it is ended after five beats without a word', async () => {
    beats(10);
    expect(last().asked).toEqual([]);
    ready();
    beats(5);
    last().emit('message', { type: 'pong' });
    beats(5);
    expect(last().asked).toEqual(Array(10).fill({ type: 'ping' }));
    expect(killed()).toBe(0);
    beats(1);
    expect(killed()).toBe(1);
    last().emit('exit', 9);
    beats(1);
    await supervisor.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('before it is ready has forty beats, for it may take long to start: then it hangs', () => {
    for (const start of [1, 2]) {
      expect(puppets).toHaveLength(start);
      beats(40);
      expect(killed()).toBe(0);
      beats(1);
      expect(killed()).toBe(1);
      last().emit('exit', 9);
      expect(restarting().lastError).toContain('no sign of life');
      vi.advanceTimersByTime(200);
    }
  });
});

describe('one that does not stay up', () => {
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
    await expect(patient).rejects.toThrow(ENGINE_ENDED);
    ready();
    expect(last().asked).toEqual([]);
  });
});
