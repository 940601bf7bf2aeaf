import { expect, it } from 'vitest';
import { differing, type HistoryBlock, HOUR_MS, type LampColumns } from '../lamp/history/block.ts';
import { LEVEL_NOT_KEPT, VARIES } from '../lamp/history/kept.ts';
import { LampFault, LampState } from '../lamp/state.ts';
import { energyFromHistory } from './from-history.ts';

const FROM = 493_000 * HOUR_MS;
const { on, neverSeen } = LampState;
type Lamp = readonly [state: number, level: number, faults: number];
const columns = (lamps: readonly Lamp[]): LampColumns => ({
  state: Uint8Array.from(lamps, ([state]) => state),
  level: Uint8Array.from(lamps, ([, level]) => level),
  faults: Uint16Array.from(lamps, ([, , faults]) => faults),
});
/** An hour in steps of 30 minutes, of which the second may be missing. */
function hour(first: readonly Lamp[], second?: readonly Lamp[]): HistoryBlock {
  const [key, then] = [columns(first), second && columns(second)];
  const slots = [differing(0, key, key), ...(then ? [differing(1, key, then)] : [])];
  return { from: FROM, step: 30, dictVersion: 1, key, slots };
}
const all = { from: FROM, to: FROM + HOUR_MS };
const LAMP = [{ index: 0, power: 42 }];
const of = (block: HistoryBlock, lamps = LAMP, span = all) => energyFromHistory([block], lamps, 0.5, span);

it('the example of docs/energy.md: half an hour at 100 %, half an hour off', () => {
  const { kwh, known, atLeast } = of(hour([[on, 100, 0]], [[0, 0, 0]]));
  expect(kwh).toBeCloseTo(0.02125, 9); // 0.5 h · 42 W + 0.5 h · 0.5 W
  expect({ known, atLeast }).toEqual({ known: 1, atLeast: 0 });
});

it('what was not heard, not kept, silent or not rated is unknown, and never zero', () => {
  expect(of(hour([[on, 100, 0]]))).toMatchObject({ known: 0.5 });
  for (const lamp of [
    [neverSeen, 0, 0],
    [VARIES, LEVEL_NOT_KEPT, 0],
    [on, 100, LampFault.silent],
  ] as const)
    expect(of(hour([lamp], [lamp]))).toEqual({ kwh: 0, known: 0, atLeast: 0 });
  expect(of(hour([[on, 100, 0]]), [{ index: 0, power: Number.NaN }]).known).toBe(0);
  expect(of(hour([[on, 100, 0]]), [{ index: 7, power: 42 }]).known).toBe(0);
});

it('without supply a lamp takes nothing, and where presence may have raised it, it took that at least', () => {
  expect(of(hour([[on, 100, LampFault.circuit]]))).toMatchObject({ kwh: 0, known: 0.5 });
  const least = of(hour([[on | VARIES, 50, 0]]));
  expect(least).toMatchObject({ known: 0.5, atLeast: 0.5 });
  expect(least.kwh).toBeCloseTo(0.010625, 9);
});

it('counts only what is within the span', () => {
  const block = hour([[on, 100, 0]], [[on, 100, 0]]);
  expect(of(block, LAMP, { from: FROM + HOUR_MS / 4, to: FROM + HOUR_MS / 2 }).known).toBe(0.25);
});
