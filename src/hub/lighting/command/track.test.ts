import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  A,
  B,
  BACK,
  C,
  CMD,
  FOLLOW,
  MINUTE,
  orderOf,
  START,
  taken,
} from '../../../../tests/support/lamp-order.ts';
import { CommandId, type LampId } from '../../../shared/ids.ts';
import { LampCommand } from '../../../shared/lamp/state.ts';
import { instant } from '../../../shared/wire/time.ts';
import { lettersFor } from './letters.ts';
import type { Resend, Track } from './model.ts';
import { isProved, isSettled, markOf } from './proof.ts';
import { eventFacts, summaryOf, troublesOf } from './tell.ts';
import {
  answered,
  begin,
  commandOf,
  due,
  observed as observedAll,
  releasing,
  resending,
  sent,
  unsent,
  without,
} from './track.ts';

const order = orderOf(1);
const made = (...lamps: readonly LampId[]): Track =>
  begin(
    order,
    lamps.map((id) => [id, { before: 40 }]),
  );
const observed = (track: Track, lamp: LampId, level: number, at: number): Track =>
  observedAll(track, [{ lamp, level, at }]);

describe('an order', () => {
  it('is due until it has left, and never once it has expired', () => {
    const track = made(A, B);
    expect(due(track, START, FOLLOW)).toEqual([A, B]);
    expect(due(sent(track, [A], START), START, FOLLOW)).toEqual([B]);
    expect(due(track, START + 30_000, FOLLOW)).toEqual([]);
    expect(due(unsent(sent(track, [A], START), [A]), START + 1, FOLLOW)).toEqual([A, B]);
  });

  it('is commanded, acknowledged and observed as three things', () => {
    let track = sent(made(A, B, C), [A, B, C], START);
    track = answered(track, CMD, [A, B], taken);
    track = observed(track, A, 100, START + 2_000);
    expect(summaryOf(track)).toMatchObject({
      lamps: 3,
      commanded: 3,
      acknowledged: 2,
      observed: 1,
      troubles: 0,
    });
    expect([...track.lamps.values()].map((lamp) => markOf(track, lamp).command)).toEqual([
      LampCommand.none,
      LampCommand.acknowledged,
      LampCommand.commanded,
    ]);
  });

  it('is not proved by what was observed before it left', () => {
    const track = sent(made(A), [A], START);
    expect(summaryOf(observed(track, A, 100, START - 2_000)).observed).toBe(0);
    expect(summaryOf(observed(track, A, 100, START - 500)).observed).toBe(1);
  });

  it('loses its proof when the lamp goes dark again', () => {
    const lit = observed(sent(made(A), [A], START), A, 97, START + 1_000);
    expect(summaryOf(lit).observed).toBe(1);
    expect(summaryOf(observed(lit, A, 0, START + 9_000)).observed).toBe(0);
  });

  it('names who refused at once, who was silent or unchanged when the time is over', () => {
    let track = sent(made(A, B, C), [A, B, C], START);
    track = answered(track, CMD, [A], () => 'LOCKED');
    track = observed(answered(track, CMD, [B], taken), B, 40, START + 5_000);
    expect(troublesOf(track)).toEqual([{ lamp: A, why: 'refused', code: 'LOCKED' }]);
    expect(isSettled(track, START + FOLLOW - 1, FOLLOW)).toBe(false);
    expect(isSettled(track, START + FOLLOW, FOLLOW)).toBe(true);
    track = { ...track, judged: true };
    expect(troublesOf(track)).toEqual([
      { lamp: A, why: 'refused', code: 'LOCKED' },
      { lamp: B, why: 'unchanged', level: 40 },
      { lamp: C, why: 'silent' },
    ]);
    // All of them are behind, whatever became of their order; none is while there is time.
    const marksOf = () => [...track.lamps.values()].map((lamp) => markOf(track, lamp));
    expect(marksOf().map(({ command, behind }) => [command, behind])).toEqual([
      [LampCommand.refused, true],
      [LampCommand.acknowledged, true],
      [LampCommand.commanded, true],
    ]);
    track = { ...track, judged: false };
    expect(marksOf().map(({ behind }) => behind)).toEqual([true, false, false]);
    track = { ...track, judged: true };
    expect(eventFacts(track, true)).toMatchObject({ lamps: 3, observed: 0, named: [{}, {}, {}] });
  });

  it('that never left is named so', () => {
    const track = made(A);
    expect(isSettled(track, START + 29_999, FOLLOW)).toBe(false);
    expect(isSettled(track, START + 30_000, FOLLOW)).toBe(true);
    expect(troublesOf({ ...track, judged: true })).toEqual([{ lamp: A, why: 'unsent' }]);
  });
});

describe('going back', () => {
  const running = () =>
    observed(answered(sent(made(A, B), [A, B], START), CMD, [A, B], taken), A, 100, START + 1);

  it('by a command is due at once, and proved by another level than the commanded one', () => {
    const at = START + 5 * MINUTE;
    let track = releasing(running(), { cmd: BACK, at: instant(at), expiresAt: instant(at + 30_000) });
    expect(due(track, at, FOLLOW)).toEqual([A, B]);
    expect(due(track, at + 30_000, FOLLOW)).toEqual([]);
    track = answered(sent(track, [A, B], at), CMD, [A], taken);
    expect(summaryOf(track)).toMatchObject({ phase: 'release', acknowledged: 0, observed: 0 });
    track = observed(answered(track, BACK, [A], taken), A, 40, at + 1_000);
    expect(summaryOf(track)).toMatchObject({ phase: 'release', acknowledged: 1, observed: 1 });
  });

  it('at its end is the gateways’ own; who has not by then is told', () => {
    const at = START + 30 * MINUTE;
    let track = releasing(running(), { cmd: BACK, at: order.until });
    expect(due(track, at + FOLLOW - 1, FOLLOW)).toEqual([]);
    track = observed(track, A, 40, at + 2_000);
    expect(due(track, at + FOLLOW, FOLLOW)).toEqual([B]);
    expect(isSettled(track, at + 2 * FOLLOW - 1, FOLLOW)).toBe(false);
    expect(isSettled(track, at + 2 * FOLLOW, FOLLOW)).toBe(true);
  });

  it('leaves out what had never left or was refused', () => {
    const track = answered(sent(made(A, B, C), [A, B], START), CMD, [A], () => 'FAULT');
    expect([...releasing(track, { cmd: BACK, at: order.until }).lamps.keys()]).toEqual([B]);
  });

  it('of a lamp at its floor is away from that, not from the level of the order', () => {
    const dim = { ...order, level: 0.2 };
    const lit = answered(sent(begin(dim, [[A, { before: 70, floor: 40 }]]), [A], START), CMD, [A], taken);
    const proved = (track: Track) => isProved(track, track.lamps.get(A)!);
    expect(proved(observed(lit, A, 20, START))).toBe(false);
    expect(proved(observed(lit, A, 40, START))).toBe(true);
    const [letter] = [...lettersFor(lit, [A], () => undefined, START)];
    expect(JSON.parse(letter!.payload)).toMatchObject({ level: 0.4 });
    const back = releasing(lit, { cmd: BACK, at: order.until });
    expect(proved(observed(back, A, 40, START + 31 * MINUTE))).toBe(false);
    expect(proved(observed(back, A, 70, START + 31 * MINUTE))).toBe(true);
  });

  it('of a lamp that burned so before is proved by any word of it', () => {
    const bright = sent(begin(order, [[A, { before: 100 }]]), [A], START);
    const track = releasing(bright, { cmd: BACK, at: order.until });
    const seen = observed(track, A, 100, START + 31 * MINUTE);
    expect(isProved(seen, seen.lamps.get(A)!)).toBe(true);
  });
});

/** What may happen to a track, in any order. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('sent'), lamp: fc.nat(5) }),
  fc.record({ kind: fc.constant('unsent'), lamp: fc.nat(5) }),
  fc.record({ kind: fc.constant('ack'), lamp: fc.nat(5), refuse: fc.boolean(), stray: fc.boolean() }),
  fc.record({
    kind: fc.constant('seen'),
    lamp: fc.nat(5),
    level: fc.nat(100),
    ms: fc.integer({ min: -5_000, max: 120_000 }),
  }),
  fc.record({ kind: fc.constant('release') }),
  fc.record({ kind: fc.constant('taken'), lamp: fc.nat(5) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function happen(track: Track, what: Happening): Track {
  const lamp = 'lamp' in what ? (`L${what.lamp}` as LampId) : A;
  if (what.kind === 'sent') return sent(track, [lamp], START + 1_000);
  if (what.kind === 'unsent') return unsent(track, [lamp]);
  if (what.kind === 'taken') return without(track, [lamp]);
  if ('ms' in what) return observed(track, lamp, what.level, START + what.ms);
  if ('refuse' in what)
    return answered(track, what.stray ? BACK : CMD, [lamp], () => (what.refuse ? 'FAULT' : undefined));
  return track.release === undefined ? releasing(track, { cmd: BACK, at: order.until }) : track;
}

describe('whatever happens, in any order', () => {
  const ids = Array.from({ length: 6 }, (_, i) => `L${i}` as LampId);

  it('counts stay within their lamps, nothing counts twice, and what happens twice is harmless', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (all) => {
        let track = made(...ids);
        for (const what of all) {
          const once = happen(track, what);
          expect(happen(once, what)).toEqual(once);
          track = once;
          const { lamps, commanded, acknowledged, observed: seen, troubles } = summaryOf(track);
          expect(commanded).toBeLessThanOrEqual(lamps);
          expect(acknowledged).toBeLessThanOrEqual(commanded);
          expect(seen + troubles).toBeLessThanOrEqual(track.lamps.size);
        }
      }),
    );
  });

  it('nothing leaves late, and in the end something can be said of each lamp', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (all) => {
        const track = all.reduce(happen, made(...ids));
        if (track.release === undefined) expect(due(track, START + 30_000, FOLLOW)).toEqual([]);
        const later = START + 40 * MINUTE;
        expect(isSettled(track, later, FOLLOW)).toBe(true);
        const judged = { ...track, judged: true };
        expect(summaryOf(judged).observed + troublesOf(judged).length).toBe(track.lamps.size);
      }),
    );
  });
});

describe('an order that is said again', () => {
  const ANEW = CommandId.parse('019ab2cb-3e10-7c44-9d21-5b6a7f8e9c02');
  const LATER = START + 2 * MINUTE;
  const again: Resend = { cmd: ANEW, at: instant(LATER), expiresAt: instant(LATER + 30_000), floors: [] };
  /** A has followed, B said nothing, C refused */
  const judged = (): Track => {
    let track = answered(sent(made(A, B, C), [A, B, C], START), CMD, [A], taken);
    track = observed(
      answered(track, CMD, [C], () => 'LOCKED'),
      A,
      100,
      START + 2_000,
    );
    return { ...track, judged: true };
  };

  it('goes to those that have not followed, under its own name, and leaves the rest as they are', () => {
    const track = resending(judged(), again);
    expect(due(track, LATER, FOLLOW)).toEqual([B, C]);
    expect(isProved(track, track.lamps.get(A)!)).toBe(true);
    expect(track.judged).toBe(false);
    expect(summaryOf(track)).toMatchObject({ lamps: 3, observed: 1, troubles: 0, resentAt: instant(LATER) });
    const [letter] = [...lettersFor(track, [B, C], () => undefined, LATER)];
    expect(JSON.parse(letter!.payload)).toMatchObject({ cmd: ANEW, level: 1, until: order.until });
    expect(due(track, LATER + 30_000, FOLLOW)).toEqual([]);
    expect(isSettled(track, LATER + 29_999, FOLLOW)).toBe(false);
    expect(isSettled(track, LATER + 30_000, FOLLOW)).toBe(true);
  });

  it('hears no answer to the first order any more, but sees who follows that late', () => {
    const track = resending(judged(), again);
    expect(answered(track, CMD, [B], () => 'LATE')).toEqual(track);
    expect(due(observed(track, B, 100, LATER), LATER, FOLLOW)).toEqual([C]);
    const heard = answered(sent(track, [B, C], LATER), ANEW, [B, C], taken);
    expect(heard.lamps.get(C)).toEqual({ before: 40, taken: true, word: 'acknowledged', sentAt: LATER });
  });

  it('is held to the safety floors of that moment', () => {
    const dimmed = { ...judged(), order: { ...order, level: 0.2 } };
    const track = resending(dimmed, { ...again, floors: [[B, 40]] });
    expect([A, B, C].map((id) => track.lamps.get(id)?.floor)).toEqual([undefined, 40, undefined]);
  });

  it('gives back what may have heard the first order, and not what refused it', () => {
    const track = releasing(resending(judged(), again), {
      cmd: BACK,
      at: instant(LATER + 1),
      expiresAt: instant(LATER + MINUTE),
    });
    expect([...track.lamps.keys()]).toEqual([A, B]);
    expect(commandOf(track)).toBe(BACK);
  });
});
