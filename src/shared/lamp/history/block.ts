/**
 * How the lamps of a district were in one hour: whole at the first moment that was kept, and what differed at each later one.
 * As bytes: docs/contract/lamp-history.md. A moment that is not there is one of which nothing is known.
 */
import { LampState } from '../state.ts';

/** Of many lamps, by their place in the dictionary. */
export interface LampColumns {
  /** see `KeptLamp` */
  readonly state: Uint8Array;
  readonly level: Uint8Array;
  readonly faults: Uint16Array;
}

/** What differed at a moment from the one kept before it. */
export interface HistorySlot extends LampColumns {
  /** counts the steps of the hour from 0 */
  readonly slot: number;
  /** which lamps, in order */
  readonly index: Uint16Array;
}

export interface HistoryBlock {
  /** ms since the epoch: a full hour UTC */
  readonly from: number;
  /** minutes from one slot to the next */
  readonly step: number;
  readonly dictVersion: number;
  /** how all lamps were at the first slot */
  readonly key: LampColumns;
  /** in order, the first without changes: only moments at which the hub heard the field */
  readonly slots: readonly HistorySlot[];
}

export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;
/** The full hour that a moment is in. @param at ms since the epoch */
export const hourOf = (at: number): number => Math.floor(at / HOUR_MS) * HOUR_MS;

export const emptyColumns = (lamps: number): LampColumns => ({
  state: new Uint8Array(lamps).fill(LampState.neverSeen),
  level: new Uint8Array(lamps),
  faults: new Uint16Array(lamps),
});

/** A copy, for more lamps where a dictionary has grown: of those nothing was known. */
export function copied(of: LampColumns, lamps = of.state.length): LampColumns {
  const to = emptyColumns(Math.max(lamps, of.state.length));
  for (const column of ['state', 'level', 'faults'] as const) to[column].set(of[column]);
  return to;
}

/** What differs; undefined where nothing does. @param to of as many lamps or more */
export function differing(slot: number, from: LampColumns, to: LampColumns): HistorySlot {
  const index: number[] = [];
  for (let i = 0; i < to.state.length; i++) {
    const same =
      from.state[i] === to.state[i] && from.level[i] === to.level[i] && from.faults[i] === to.faults[i];
    if (!same) index.push(i);
  }
  return {
    slot,
    index: Uint16Array.from(index),
    state: Uint8Array.from(index, (i) => to.state[i]!),
    level: Uint8Array.from(index, (i) => to.level[i]!),
    faults: Uint16Array.from(index, (i) => to.faults[i]!),
  };
}

/** Brings columns to how they were at a slot, in place. */
export function applySlot(to: LampColumns, { index, state, level, faults }: HistorySlot): void {
  for (const [n, i] of index.entries()) {
    to.state[i] = state[n]!;
    to.level[i] = level[n]!;
    to.faults[i] = faults[n]!;
  }
}
