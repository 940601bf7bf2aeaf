import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from './fault.ts';
import { startWatch, stateOf } from './watch-state.ts';
import { type WatchEvent, watchdog } from './watchdog.ts';

/** What a hostile gateway and a busy PC may do next, after some ms. */
type Happening =
  | { readonly do: 'playlist'; readonly step: number; readonly live: boolean; readonly targetMs: number }
  | { readonly do: 'error'; readonly fault: Fault; readonly fatal: boolean }
  | { readonly do: 'sample'; readonly frames: number }
  | { readonly do: 'suspend' }
  | { readonly do: 'resume' };

const reason = fc.constantFrom<Fault['reason']>(
  ...(['no-camera', 'gateway-error', 'unreachable', 'timeout', 'not-hls', 'no-segment'] as const),
  ...(['starting', 'media', 'unsupported', 'auth', 'foreign-origin', 'restarted'] as const),
);
const source = fc.constantFrom('playlist' as const, 'segment' as const, 'media' as const);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('sample' as const), frames: fc.integer({ min: 0, max: 6 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('playlist' as const),
      step: fc.constantFrom(0, 0, 1, 1, 1, 2, -50),
      live: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      targetMs: fc.constantFrom(1_000, 1_000, 2_000, 6_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('error' as const),
      fault: fc.record({ reason, source }),
      fatal: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Happening>({ do: 'suspend' }, { do: 'resume' }) },
);
const story = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 900 }),
    what: happening,
    jitter: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  { minLength: 1, maxLength: 250, size: 'max' },
);

interface Moment {
  readonly at: number;
  readonly kind: string;
  readonly action: string;
  readonly lastFrameAt: number;
  readonly lastForwardAt: number;
  readonly lastMoveAt: number;
  readonly targetMs: number;
  readonly instance: number;
}

/** Plays a story against the watchdog, keeping books of its own on what really happened. */
function play(happenings: readonly { after: number; what: Happening; jitter: number }[]): Moment[] {
  const moments: Moment[] = [];
  let watch = startWatch(0);
  let [at, frames, endSN, targetMs, instance] = [0, 0, 100, 0, 0];
  let [lastFrameAt, lastForwardAt, lastMoveAt] = [-Infinity, -Infinity, -Infinity];
  let openAt: number | undefined = 0;
  let suspended = false;
  let sampled = false;
  let seen: number | undefined;
  const tell = (event: WatchEvent, jitter: number) => {
    const step = watchdog(watch, event, jitter);
    watch = step.watch;
    if (step.action.do === 'rebuild') openAt = event.at + step.action.afterMs;
    const kind = stateOf(watch, event.at).kind;
    const action = step.action.do;
    moments.push({ at: event.at, kind, action, lastFrameAt, lastForwardAt, lastMoveAt, targetMs, instance });
  };
  const open = (jitter: number) => {
    [openAt, suspended, sampled, frames] = [undefined, false, false, 0];
    lastFrameAt = -Infinity; // an empty element shows nothing
    instance++;
    tell({ type: 'opened', at }, jitter);
  };
  for (const { after, what, jitter } of happenings) {
    at += after;
    if (openAt !== undefined && !suspended && at >= openAt) open(jitter);
    if (what.do === 'suspend') {
      suspended = true;
      tell({ type: 'suspended', at }, jitter);
    } else if (suspended) {
      if (what.do === 'resume') open(jitter);
    } else if (what.do === 'sample') {
      if (sampled && what.frames > 0 && openAt === undefined) lastFrameAt = at;
      frames += what.frames;
      sampled = true;
      tell({ type: 'sample', at, frames }, jitter);
    } else if (what.do === 'playlist') {
      endSN = Math.max(0, endSN + what.step);
      const listens = openAt === undefined && what.live;
      if (listens && seen !== undefined && endSN > seen) lastForwardAt = at;
      if (listens && endSN !== seen) lastMoveAt = at;
      if (listens) [targetMs, seen] = [what.targetMs, endSN];
      const { live, targetMs: target } = what;
      tell(
        { type: 'playlist', at, playlist: { live, level: 0, endSN, lastPDT: undefined, targetMs: target } },
        jitter,
      );
    } else if (what.do === 'error') {
      tell({ type: 'error', at, fault: what.fault, fatal: what.fatal, retryIn: 500 }, jitter);
    }
    // A look between two events: the screen must be right then too.
    const kind = stateOf(watch, at + after).kind;
    moments.push({
      at: at + after,
      kind,
      action: 'none',
      lastFrameAt,
      lastForwardAt,
      lastMoveAt,
      targetMs,
      instance,
    });
  }
  return moments;
}

const patience = (moment: Moment) => Math.max(4_000, 2 * moment.targetMs);
const runs = { numRuns: 400 };

describe('watchdog, whatever happens', () => {
  it('has stories in which it is live, frozen, lost and rebuilding', () => {
    const moments = fc.sample(story, { numRuns: 300, seed: 2 }).flatMap(play);
    const kinds = new Set(moments.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      ['connecting', 'ended', 'frozen', 'idle', 'live', 'lost', 'restarted', 'stalled'].sort(),
    );
    const actions = new Set(moments.map(({ action }) => action));
    expect([...actions].sort()).toEqual(['attach', 'none', 'rebuild', 'recover-media']);
  });

  it('is never live without a new frame of this instance within 4 s', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        for (const moment of play(happenings))
          if (moment.kind === 'live') expect(moment.at - moment.lastFrameAt).toBeLessThan(4_000);
      }),
      runs,
    );
  });

  it('never shows a playlist that stands still as live', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        for (const moment of play(happenings))
          if (moment.kind === 'live')
            expect(moment.at - moment.lastForwardAt).toBeLessThanOrEqual(patience(moment));
      }),
      runs,
    );
  });

  it('never storms the gateway: at most 20 rebuilds in any 10 s', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        const rebuilds = play(happenings).filter(({ action }) => action === 'rebuild');
        for (const [n, { at }] of rebuilds.entries())
          expect((rebuilds[n + 20]?.at ?? Infinity) - at).toBeGreaterThan(10_000);
      }),
      runs,
    );
  });

  it('attaches an instance once, and only to an edge that has lately moved', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        const attached = new Set<number>();
        for (const moment of play(happenings)) {
          if (moment.action !== 'attach') continue;
          expect(attached.has(moment.instance)).toBe(false);
          attached.add(moment.instance);
          expect(moment.at - moment.lastMoveAt).toBeLessThanOrEqual(patience(moment));
        }
      }),
      runs,
    );
  });

  it('never waits for ever: a dead silent stream is asked again', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        const silence = Array.from({ length: 200 }, () => ({
          after: 250,
          what: { do: 'sample' as const, frames: 0 },
          jitter: 0.5,
        }));
        const resume = { after: 0, what: { do: 'resume' as const }, jitter: 0 };
        const moments = play([...happenings, resume, ...silence]);
        const end = moments.at(-1)?.at ?? 0;
        expect(moments.some(({ action, at }) => action === 'rebuild' && at > end - 30_000)).toBe(true);
      }),
      runs,
    );
  });
});
