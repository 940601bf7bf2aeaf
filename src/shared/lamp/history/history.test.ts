import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from '../../../../docs/contract/lamp-history.golden.json' with { type: 'json' };
import { LampCommand, LampFault, LampState, withCommand } from '../state.ts';
import { copied, differing, type HistoryBlock, HOUR_MS, type LampColumns, MINUTE_MS } from './block.ts';
import { coarsened, columnsAt, lampThrough, slotAt } from './fold.ts';
import { keptOf, LEVEL_NOT_KEPT, VARIES } from './kept.ts';
import { HistoryError, packBlock, readBlock } from './pack.ts';

const FROM = 493_000 * HOUR_MS;
const LAMPS = 7;
const aLamp = fc.record({
  state: fc.constantFrom(0, LampState.on, LampState.neverSeen, LampState.on | LampState.override),
  level: fc.integer({ min: 0, max: 100 }),
  faults: fc.constantFrom(0, 0, 0, LampFault.silent, LampFault.brokenLantern),
});
const someLamps = fc.array(aLamp, { minLength: LAMPS, maxLength: LAMPS }).map((lamps) => ({
  state: Uint8Array.from(lamps, ({ state, faults }) => state | (faults === 0 ? 0 : LampState.fault)),
  level: Uint8Array.from(lamps, ({ level }) => level),
  faults: Uint16Array.from(lamps, ({ faults }) => faults),
}));
/** What was seen at some minutes of an hour; of the others nothing was heard. */
const aNight = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 59 }), someLamps), {
    selector: ([slot]) => slot,
    minLength: 1,
    maxLength: 30,
  })
  .map((seen) => seen.toSorted(([a], [b]) => a - b));

/** Said without the code under test: each moment whole, then what differs from the one before it. */
function blockOf(seen: readonly (readonly [number, LampColumns])[]): HistoryBlock {
  const slots = seen.map(([slot, columns], n) => differing(slot, seen[n - 1]?.[1] ?? columns, columns));
  return { from: FROM, step: 1, dictVersion: 3, key: copied(seen[0]![1]), slots };
}

test('the golden hour of the contract is read as it says', () => {
  const block = readBlock(
    Uint8Array.from(golden.bytes.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
  );
  expect(block).toMatchObject({ from: Date.parse(golden.from), step: golden.step, dictVersion: 7 });
  expect(block.slots.map(({ slot }) => slot)).toEqual(golden.slots.map(({ slot }) => slot));
  for (const { slot, lamps } of golden.slots)
    for (const [index, lamp] of lamps.entries())
      expect([...lampThrough(block, index)][slot]!.lamp).toEqual(lamp);
});

describe('a block', () => {
  test('is read as it was packed', () =>
    fc.assert(
      fc.property(aNight, (seen) => {
        const block = blockOf(seen);
        expect(readBlock(packBlock(block))).toEqual(block);
      }),
    ));

  test('shows at each moment what was seen then, and nothing at all where nobody looked', () =>
    fc.assert(
      fc.property(aNight, (seen) => {
        const block = readBlock(packBlock(blockOf(seen)));
        for (let minute = 0; minute < 60; minute++) {
          const slot = slotAt(block, FROM + minute * MINUTE_MS + 59_999);
          const then = seen.find(([at]) => at === minute)?.[1];
          expect(slot).toBe(then && minute);
          if (slot !== undefined) expect(columnsAt(block, slot)).toEqual(then);
        }
      }),
    ));

  test('one lamp through the hour is what the whole city was, lamp by lamp', () =>
    fc.assert(
      fc.property(aNight, fc.integer({ min: 0, max: LAMPS - 1 }), (seen, index) => {
        const moments = [...lampThrough(blockOf(seen), index)];
        expect(moments.map(({ at }) => at)).toEqual(
          Array.from({ length: 60 }, (_, n) => FROM + n * MINUTE_MS),
        );
        for (const [minute, { lamp }] of moments.entries()) {
          const then = seen.find(([at]) => at === minute)?.[1];
          expect(lamp).toEqual(
            then && { state: then.state[index], level: then.level[index], faults: then.faults[index] },
          );
        }
      }),
    ));

  test('of which bytes are missing, changed or too many is refused, never half read', () =>
    fc.assert(
      fc.property(aNight, fc.nat(), (seen, n) => {
        const bytes = packBlock(blockOf(seen));
        expect(() => readBlock(bytes.subarray(0, n % bytes.length))).toThrow(HistoryError);
        expect(() => readBlock(Uint8Array.from([...bytes, 0]))).toThrow(HistoryError);
      }),
    ));

  test('any bytes are a block or a HistoryError', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readBlock(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(HistoryError);
        }
      }),
    ));
});

test('longer steps keep the first known moment of each and every fault within it; the unknown stays unknown', () =>
  fc.assert(
    fc.property(aNight, fc.constantFrom(5, 10, 30, 60), (seen, step) => {
      const coarse = readBlock(packBlock(coarsened(blockOf(seen), step)));
      expect(coarse).toMatchObject({ from: FROM, step, dictVersion: 3 });
      for (let slot = 0; slot * step < 60; slot++) {
        const within = seen.flatMap(([minute, columns]) =>
          Math.floor(minute / step) === slot ? [columns] : [],
        );
        const found = slotAt(coarse, FROM + slot * step * MINUTE_MS);
        expect(found).toBe(within.length === 0 ? undefined : slot);
        if (found === undefined) continue;
        const columns = columnsAt(coarse, found);
        expect(columns.level).toEqual(within[0]!.level);
        for (let i = 0; i < LAMPS; i++)
          expect(columns.faults[i]).toBe(within.reduce((bits, { faults }) => bits | faults[i]!, 0));
      }
    }),
  ));

describe('what is kept of a lamp', () => {
  const waking = { base: 30, least: 30, most: 80 };
  const { on, presence, override, neverSeen } = LampState;

  test('says its level, its faults and that it was commanded, nothing of presence nor of how the command went', () => {
    const state = withCommand(on | presence | override, LampCommand.acknowledged);
    expect(keptOf(state, 60, 0)).toEqual({ state: on | override, level: 60, faults: 0 });
    expect(keptOf(on, 0, LampFault.silent)).toMatchObject({ state: on | LampState.fault });
    expect(keptOf(neverSeen, 0, 0, waking)).toMatchObject({ state: neverSeen });
  });

  test('where it wakes for presence is the same whoever passes, and however long', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 80 }),
        fc.constantFrom(on, on | presence, withCommand(on | presence | override, LampCommand.refused)),
        (level, state) => {
          const { state: kept, ...rest } = keptOf(state, level, 0, waking);
          expect(rest).toEqual({ level: 30, faults: 0 });
          expect(kept & ~override).toBe(on | VARIES);
        },
      ),
    ));

  test('is what it burns at where no passer-by explains it: dark, or brighter than its programme, or ordered', () => {
    expect(keptOf(0, 0, 0, waking)).toEqual({ state: 0, level: 0, faults: 0 });
    expect(keptOf(on, 100, 0, waking)).toEqual({ state: on, level: 100, faults: 0 });
    expect(keptOf(on | override, 55, 0, waking)).toEqual({ state: on | override, level: 55, faults: 0 });
  });

  test('says neither on nor off where the base is not known, or is off until somebody comes', () => {
    const unknown = { base: undefined, least: 0, most: 100 };
    for (const [state, level] of [
      [on, 80],
      [0, 0],
    ] as const)
      expect(keptOf(state, level, 0, unknown)).toEqual({ state: VARIES, level: LEVEL_NOT_KEPT, faults: 0 });
    const off = { base: 0, least: 0, most: 80 };
    expect(keptOf(on, 80, 0, off)).toEqual(keptOf(0, 0, 0, off));
  });
});
