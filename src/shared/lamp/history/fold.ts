import { LampState } from '../state.ts';
import {
  applySlot,
  copied,
  differing,
  type HistoryBlock,
  type HistorySlot,
  type LampColumns,
  MINUTE_MS,
} from './block.ts';

/** When a slot was kept, ms since the epoch. */
export const timeOfSlot = ({ from, step }: Pick<HistoryBlock, 'from' | 'step'>, slot: number): number =>
  from + slot * step * MINUTE_MS;

/** Which slot of a block tells of a moment; undefined where nothing was heard then. @param at ms since the epoch */
export function slotAt({ from, step, slots }: HistoryBlock, at: number): number | undefined {
  const wanted = Math.floor((at - from) / (step * MINUTE_MS));
  return slots.some(({ slot }) => slot === wanted) ? wanted : undefined;
}

/** How the lamps were at a slot that the block has. */
export function columnsAt({ key, slots }: HistoryBlock, wanted: number): LampColumns {
  const columns = copied(key);
  for (const each of slots) {
    if (each.slot > wanted) break;
    applySlot(columns, each);
  }
  return columns;
}

/** How one lamp was, step by step; `state` undefined for a moment of which nothing is known. */
export interface LampMoment {
  /** ms since the epoch: it tells of the time from `at` to `until` */
  readonly at: number;
  readonly until: number;
  readonly lamp: { readonly state: number; readonly level: number; readonly faults: number } | undefined;
}

/** One lamp through the hour of a block, a moment for each step. */
export function* lampThrough(block: HistoryBlock, index: number): Iterable<LampMoment> {
  const { key, slots, step } = block;
  let lamp: LampMoment['lamp'] =
    index < key.state.length
      ? { state: key.state[index]!, level: key.level[index]!, faults: key.faults[index]! }
      : undefined;
  const bySlot = new Map(slots.map((each) => [each.slot, each]));
  for (let slot = 0; slot * step < 60; slot++) {
    const told = bySlot.get(slot);
    const n = told?.index.indexOf(index) ?? -1;
    if (told !== undefined && n >= 0)
      lamp = { state: told.state[n]!, level: told.level[n]!, faults: told.faults[n]! };
    yield { at: timeOfSlot(block, slot), until: timeOfSlot(block, slot + 1), lamp: told && lamp };
  }
}

/**
 * The same hour in longer steps: how lamps were at the first moment of each that is known, and every fault that was
 * there at any moment of it. A step of which no moment is known stays unknown.
 * @param step minutes, a multiple of the block's
 */
export function coarsened(block: HistoryBlock, step: number): HistoryBlock {
  const kept = new Map<number, LampColumns>();
  const running = copied(block.key);
  for (const each of block.slots) {
    applySlot(running, each);
    const slot = Math.floor((each.slot * block.step) / step);
    const known = kept.get(slot);
    if (known === undefined) kept.set(slot, copied(running));
    else addFaults(known, running);
  }
  let before: LampColumns | undefined;
  const slots: HistorySlot[] = [];
  for (const [slot, columns] of kept) {
    slots.push(differing(slot, before ?? columns, columns));
    before = columns;
  }
  const key = kept.values().next().value ?? block.key;
  return { ...block, step, key, slots };
}

function addFaults(to: LampColumns, from: LampColumns): void {
  for (const [i, faults] of from.faults.entries()) {
    if (faults === 0) continue;
    to.faults[i]! |= faults;
    to.state[i]! |= LampState.fault;
  }
}
