import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBatch } from '../../../shared/lamp/batch.ts';
import {
  copied,
  differing,
  type HistoryBlock,
  HOUR_MS,
  type LampColumns,
  MINUTE_MS,
} from '../../../shared/lamp/history/block.ts';
import { LEVEL_NOT_KEPT, VARIES } from '../../../shared/lamp/history/kept.ts';
import { packBlock } from '../../../shared/lamp/history/pack.ts';
import { faultsOf, LampFault, LampState, levelOf, stateOf } from '../../../shared/lamp/state.ts';
import { Reel } from './reel.ts';

const FROM = 493_000 * HOUR_MS;
const { on, neverSeen } = LampState;
/** Two districts of three lamps; the last of the second is a tombstone. */
const pieces = [0, 5].map((slot) => ({
  slot,
  district: `0${slot}`,
  lon: Float64Array.of(5.01, 5.02, slot === 5 ? Number.NaN : 5.03),
  lat: Float64Array.of(47.31, 47.32, slot === 5 ? Number.NaN : 47.33),
}));

type Lamp = readonly [state: number, level: number, faults: number];
const columnsOf = (lamps: readonly Lamp[]): LampColumns => ({
  state: Uint8Array.from(lamps, ([state]) => state),
  level: Uint8Array.from(lamps, ([, level]) => level),
  faults: Uint16Array.from(lamps, ([, , faults]) => faults),
});
/** An hour of which these minutes are known. */
function hourOf(from: number, seen: readonly (readonly [minute: number, lamps: readonly Lamp[]])[]) {
  const all = seen.map(([minute, lamps]) => [minute, columnsOf(lamps)] as const);
  const slots = all.map(([slot, columns], n) => differing(slot, all[n - 1]?.[1] ?? columns, columns));
  const block: HistoryBlock = { from, step: 1, dictVersion: 1, key: copied(all[0]![1]), slots };
  return packBlock(block);
}
const reelOf = (hours: readonly { slot: number; bytes: Uint8Array<ArrayBuffer> }[]) =>
  new Reel(pieces, { hours: [...hours], passages: [] });
/** What a batch says of a lamp. */
function lampOf({ batch }: ReturnType<Reel['show']>, slot: number, index: number): Lamp | undefined {
  let found: Lamp | undefined;
  readBatch(batch).forEach((ofSlot, at, word) => {
    if (ofSlot === slot && at === index) found = [stateOf(word), levelOf(word), faultsOf(word)];
  });
  return found;
}

test('the map shows each moment as it was; where nothing was heard it shows nothing known, never the moment before', () => {
  const lit: Lamp = [on, 60, 0];
  const dark: Lamp = [0, 0, 0];
  const reel = reelOf([
    {
      slot: 0,
      bytes: hourOf(FROM, [
        [10, [lit, lit, dark]],
        [12, [lit, dark, dark]],
      ]),
    },
  ]);
  const at = (minute: number) => reel.show(FROM + minute * MINUTE_MS + 30_000);
  expect(at(10).counts).toEqual({ lit: 2, off: 1, faulty: 0, notKept: 0, unknown: 2, total: 5, step: 1 });
  expect(lampOf(at(10), 0, 1)).toEqual(lit);
  expect(at(11).counts).toMatchObject({ lit: 0, off: 0, unknown: 5, step: undefined });
  expect(lampOf(at(11), 0, 1)).toEqual([neverSeen, 0, 0]);
  expect(at(12).counts).toMatchObject({ lit: 1, off: 2 });
  expect(reel.lampAt({ slot: 0, index: 1 }, FROM + 12 * MINUTE_MS)).toEqual({
    state: 0,
    level: 0,
    faults: 0,
  });
  expect(reel.lampAt({ slot: 0, index: 1 }, FROM + 11 * MINUTE_MS)).toBeUndefined();
  expect(reel.lampAt({ slot: 5, index: 1 }, FROM + 12 * MINUTE_MS)).toBeUndefined();
  expect(reel.last).toBe(FROM + 12 * MINUTE_MS);
});

test('a lamp of which the level was not kept looks neither lit nor off nor present', () => {
  const fault: Lamp = [LampState.fault, 0, LampFault.brokenLantern];
  const hidden: Lamp = [VARIES, LEVEL_NOT_KEPT, 0];
  const least: Lamp = [on | VARIES, 30, 0];
  const reel = reelOf([{ slot: 0, bytes: hourOf(FROM, [[0, [hidden, least, fault]]]) }]);
  const shown = reel.show(FROM);
  expect(shown.counts).toMatchObject({ notKept: 1, lit: 1, faulty: 1 });
  expect(lampOf(shown, 0, 0)).toEqual([neverSeen, 0, 0]);
  expect(lampOf(shown, 0, 1)).toEqual([on, 30, 0]);
});

test('wherever one comes from, a moment looks the same', () => {
  const aLamp = fc.tuple(
    fc.constantFrom(0, on, neverSeen, on | LampState.override),
    fc.integer({ min: 0, max: 100 }),
    fc.constantFrom(0, LampFault.silent),
  );
  const lamps = fc.array(aLamp, { minLength: 3, maxLength: 3 });
  const seen = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 59 }), lamps), {
    selector: ([minute]) => minute,
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(
      seen,
      fc.array(fc.integer({ min: 0, max: 119 }), { minLength: 1, maxLength: 8 }),
      (night, jumps) => {
        const ordered = night.toSorted(([a], [b]) => a - b);
        const hours = [
          { slot: 0, bytes: hourOf(FROM, ordered) },
          { slot: 5, bytes: hourOf(FROM + HOUR_MS, ordered) },
        ];
        const wandering = reelOf(hours);
        for (const minute of jumps) wandering.show(FROM + minute * MINUTE_MS);
        const last = FROM + jumps.at(-1)! * MINUTE_MS;
        expect(wandering.show(last)).toEqual(reelOf(hours).show(last));
      },
    ),
  );
});

test('a night of which nothing is kept has no last moment', () => expect(reelOf([]).last).toBeUndefined());
