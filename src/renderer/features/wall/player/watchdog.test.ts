import { describe, expect, it } from 'vitest';
import type { PlaylistFacts } from './edge.ts';
import type { Fault } from './fault.ts';
import { startWatch, stateOf, type Watch } from './watch-state.ts';
import { type WatchAction, type WatchEvent, watchdog } from './watchdog.ts';

type Untimed = WatchEvent extends infer E ? (E extends WatchEvent ? Omit<E, 'at'> : never) : never;

/** A stream on an injected clock: it films while told to, and does what the watchdog asks. */
class Stream {
  watch: Watch = startWatch(0);
  at = 0;
  frames = 0;
  endSN = 100;
  readonly actions: WatchAction[] = [];

  tell(event: Untimed): WatchAction {
    const step = watchdog(this.watch, { ...event, at: this.at } as WatchEvent, 0.5);
    this.watch = step.watch;
    if (step.action.do !== 'none') this.actions.push(step.action);
    return step.action;
  }
  playlist(more: Partial<PlaylistFacts> = {}): WatchAction {
    const lastPDT = 5_000_000 + this.endSN * 1_000;
    const facts = { live: true, level: 0, endSN: this.endSN, lastPDT, targetMs: 1_000, ...more };
    return this.tell({ type: 'playlist', playlist: facts });
  }
  error(reason: Fault['reason'], source: Fault['source'], fatal: boolean): WatchAction {
    return this.tell({ type: 'error', fault: { reason, source }, fatal, retryIn: 1_000 });
  }
  /** lets `ms` pass in samples of 250 ms, with a playlist each second */
  pass(ms: number, how: { frames?: boolean; edge?: boolean; answers?: boolean } = {}): void {
    for (let passed = 250; passed <= ms; passed += 250) {
      this.at += 250;
      if (how.frames) this.frames += 3;
      if (passed % 1_000 === 0 && (how.edge || how.answers)) {
        if (how.edge) this.endSN++;
        this.playlist();
      }
      this.tell({ type: 'sample', frames: this.frames });
    }
  }
  films(ms: number): void {
    this.pass(ms, { frames: true, edge: true });
  }
  get kind(): string {
    return stateOf(this.watch, this.at).kind;
  }
}

function filming(): Stream {
  const stream = new Stream();
  stream.tell({ type: 'opened' });
  stream.playlist();
  stream.films(5_000);
  stream.actions.length = 0;
  return stream;
}

describe('watchdog', () => {
  it('attaches on the first living playlist and is live once the edge has moved', () => {
    const stream = new Stream();
    stream.tell({ type: 'opened' });
    expect(stream.playlist()).toEqual({ do: 'attach' });
    stream.pass(750, { frames: true });
    expect(stream.kind).toBe('connecting');
    stream.films(1_000);
    expect(stream.kind).toBe('live');
  });

  it('stalls after 1.5 s without frames and rebuilds after 4 s', () => {
    const stream = filming();
    stream.pass(1_250, { edge: true });
    expect(stream.kind).toBe('live');
    stream.pass(250);
    expect(stream.kind).toBe('stalled');
    stream.pass(2_500, { edge: true });
    expect(stream.actions).toEqual([]);
    stream.pass(250);
    expect(stream.actions).toEqual([{ do: 'rebuild', afterMs: expect.any(Number) }]);
  });

  it.each([1_000, 2_000])('takes a camera that films every %d ms for live, and notices its end', (every) => {
    const stream = filming();
    let broken = 0;
    for (let n = 0; n < 30; n++) {
      stream.pass(every - 250, { edge: true });
      stream.pass(250, { frames: true, edge: true });
      if (n > 3) broken += stream.kind === 'live' ? 0 : 1;
      stream.endSN++;
      stream.playlist();
    }
    expect(broken).toBe(0);
    stream.pass(4_000, { edge: true });
    expect(stream.kind).toBe('stalled');
  });

  it('is not made patient by one long stall', () => {
    const stream = filming();
    stream.pass(3_500, { edge: true });
    stream.films(1_000);
    stream.pass(1_500, { edge: true });
    expect(stream.kind).toBe('stalled');
  });

  it('says what is missing where there has never been a picture', () => {
    const silent = new Stream();
    silent.tell({ type: 'opened' });
    silent.pass(4_250);
    expect(stateOf(silent.watch, silent.at)).toMatchObject({ kind: 'lost', reason: 'timeout' });
    silent.tell({ type: 'opened' });
    silent.pass(2_000, { edge: true });
    expect(silent.kind).toBe('connecting');
    silent.pass(6_000, { edge: true });
    expect(stateOf(silent.watch, silent.at)).toMatchObject({ kind: 'lost', reason: 'no-segment' });
    silent.tell({ type: 'opened' });
    silent.playlist();
    silent.films(2_000);
    expect(silent.kind).toBe('live');
  });

  it('calls a playlist that stands still frozen since the last picture, and waits', () => {
    const stream = filming();
    const lastPicture = stream.at;
    stream.pass(60_000, { answers: true });
    expect(stateOf(stream.watch, stream.at)).toEqual({ kind: 'frozen', since: lastPicture });
    expect(stream.actions).toEqual([]);
  });

  it('does not call a gateway that has begun to fail frozen', () => {
    const stream = filming();
    stream.pass(4_000, { answers: true });
    stream.error('no-camera', 'playlist', false);
    stream.pass(1_000);
    expect(stateOf(stream.watch, stream.at)).toMatchObject({ kind: 'lost', reason: 'no-camera' });
  });

  it('gives a thawed camera 4 s, then rebuilds', () => {
    const stream = filming();
    stream.pass(10_000, { answers: true });
    stream.pass(4_000, { edge: true });
    expect(stream.actions).toEqual([]);
    stream.pass(1_250, { edge: true });
    expect(stream.actions).toMatchObject([{ do: 'rebuild' }]);
  });

  it('does not take slow segments for a frozen camera', () => {
    const stream = filming();
    stream.playlist({ targetMs: 6_000 });
    stream.pass(6_000, { frames: true });
    expect(stream.kind).toBe('live');
  });

  it('never attaches a fresh instance to a playlist that has stood still', () => {
    const stream = filming();
    stream.pass(5_000, { frames: true });
    stream.tell({ type: 'opened' });
    expect(stream.playlist()).toEqual({ do: 'none' });
    stream.at += 250;
    expect(stream.kind).toBe('frozen');
    stream.endSN++;
    expect(stream.playlist()).toEqual({ do: 'attach' });
  });

  it('rebuilds at once when the gateway numbers anew, and attaches the fresh instance', () => {
    const stream = filming();
    stream.endSN = 0;
    expect(stream.playlist({ lastPDT: 5_200_000 })).toEqual({ do: 'rebuild', afterMs: 0 });
    expect(stream.kind).toBe('restarted');
    stream.tell({ type: 'opened' });
    stream.endSN = 1;
    expect(stream.playlist({ lastPDT: 5_201_000 })).toEqual({ do: 'attach' });
  });

  it('backs off when restarts repeat', () => {
    const stream = filming();
    const delays = [];
    for (let n = 0; n < 6; n++) {
      const action = stream.error('restarted', 'playlist', false);
      if (action.do === 'rebuild') delays.push(action.afterMs);
      stream.tell({ type: 'opened' });
    }
    expect(delays).toEqual([0, 375, 750, 1_500, 1_500, 1_500]);
  });

  it('asks an ended broadcast again every 1.5 s, and is live when it goes on', () => {
    const stream = filming();
    for (let n = 0; n < 3; n++) {
      expect(stream.playlist({ live: false })).toEqual({ do: 'rebuild', afterMs: 1_875 });
      stream.at += 1_875;
      stream.tell({ type: 'opened' });
      expect(stream.kind).toBe('ended');
    }
    stream.endSN += 5;
    expect(stream.playlist()).toEqual({ do: 'attach' });
    stream.films(2_000);
    expect(stream.kind).toBe('live');
  });

  it('does not rebuild an instance that keeps reporting load errors, and says what is wrong', () => {
    const stream = filming();
    for (let n = 0; n < 12; n++) {
      stream.error('unreachable', 'playlist', false);
      stream.pass(1_500);
    }
    expect(stream.actions).toEqual([]);
    expect(stateOf(stream.watch, stream.at)).toMatchObject({ kind: 'lost', reason: 'unreachable' });
    stream.films(1_000);
    expect(stream.kind).toBe('live');
  });

  it('rebuilds even that instance when it has reported for 20 s', () => {
    const stream = filming();
    for (let n = 0; n < 15; n++) {
      stream.error('unreachable', 'playlist', false);
      stream.pass(1_500);
    }
    expect(stream.actions).toMatchObject([{ do: 'rebuild' }]);
  });

  it('stays live through load errors as long as pictures come', () => {
    const stream = filming();
    stream.error('auth', 'playlist', false);
    expect(stream.kind).toBe('live');
    expect(stream.actions).toEqual([]);
  });

  it('keeps saying why while it tries again', () => {
    const stream = filming();
    stream.error('no-camera', 'playlist', true);
    stream.at += 300;
    stream.tell({ type: 'opened' });
    expect(stateOf(stream.watch, stream.at)).toMatchObject({
      kind: 'lost',
      reason: 'no-camera',
      retryAt: undefined,
    });
  });

  it.each(['auth', 'unsupported', 'foreign-origin'] as const)('asks seldom after %s', (reason) => {
    const stream = new Stream();
    stream.tell({ type: 'opened' });
    const action = stream.error(reason, 'playlist', true);
    expect(action.do === 'rebuild' && action.afterMs).toBeGreaterThanOrEqual(15_000);
  });

  it('recovers media once per 5 s, then rebuilds', () => {
    const stream = filming();
    expect(stream.error('media', 'media', true)).toEqual({ do: 'recover-media' });
    stream.pass(1_000, { edge: true });
    expect(stream.error('media', 'media', true)).toMatchObject({ do: 'rebuild' });
  });

  it('stops an instance that keeps loading what it cannot parse, and says so', () => {
    const stream = filming();
    for (let n = 0; n < 4; n++) expect(stream.error('media', 'media', false)).toEqual({ do: 'none' });
    expect(stream.error('media', 'media', false)).toMatchObject({ do: 'rebuild' });
    expect(stateOf(stream.watch, stream.at)).toMatchObject({ kind: 'lost', reason: 'media' });
  });

  it('bears a damaged picture now and then', () => {
    const stream = filming();
    for (let n = 0; n < 20; n++) {
      stream.error('media', 'media', false);
      stream.films(250);
      stream.films(1_000);
    }
    expect(stream.actions).toEqual([]);
  });

  it('is idle and asks nothing while suspended, and starts afresh after', () => {
    const stream = filming();
    stream.tell({ type: 'suspended' });
    stream.pass(60_000);
    stream.error('unreachable', 'playlist', true);
    expect([stream.kind, stream.actions]).toEqual(['idle', []]);
    stream.tell({ type: 'opened' });
    expect(stream.kind).toBe('connecting');
    stream.endSN += 60;
    expect(stream.playlist()).toEqual({ do: 'attach' });
  });
});
