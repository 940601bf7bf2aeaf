import type { LampHistoryAnswer } from '../../../shared/ipc/lamp-history.ts';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import { BatchWriter } from '../../../shared/lamp/batch.ts';
import { type HistoryBlock, hourOf } from '../../../shared/lamp/history/block.ts';
import {
  columnsAt,
  type LampMoment,
  lampThrough,
  slotAt,
  timeOfSlot,
} from '../../../shared/lamp/history/fold.ts';
import { LEVEL_NOT_KEPT, VARIES } from '../../../shared/lamp/history/kept.ts';
import { readBlock } from '../../../shared/lamp/history/pack.ts';
import { LampFault, LampState, lampWord } from '../../../shared/lamp/state.ts';
import type { LampRef } from '../map/index.ts';

/** How many lamps were how; each lamp counts once, at fault before anything else. */
export interface PastCounts {
  readonly lit: number;
  readonly off: number;
  readonly faulty: number;
  /** they follow whoever passes, and how is not kept */
  readonly notKept: number;
  readonly unknown: number;
  readonly total: number;
  /** minutes between two moments that are kept; undefined where nothing is known */
  readonly step: number | undefined;
}

type Piece = Pick<DistrictLamps, 'slot' | 'lon'>;
type Found = Extract<LampHistoryAnswer, { kind: 'found' }>;

/** A lamp as it was; undefined where nothing is known of it. */
export type PastLamp = NonNullable<LampMoment['lamp']>;

/** A night as it was kept, at any moment of it. */
export class Reel {
  readonly passages: Found['passages'];
  readonly #pieces: readonly Piece[];
  /** slot of a district → hour, ms → block */
  readonly #blocks = new Map<number, Map<number, HistoryBlock>>();

  constructor(pieces: readonly Piece[], { hours, passages }: Pick<Found, 'hours' | 'passages'>) {
    this.#pieces = pieces;
    this.passages = passages;
    for (const { slot, bytes } of hours) {
      const block = readBlock(bytes);
      const known = this.#blocks.get(slot) ?? new Map<number, HistoryBlock>();
      this.#blocks.set(slot, known.set(block.from, block));
    }
  }

  /** How the city was, as a batch of all its lamps. @param at ms since the epoch */
  show(at: number): { readonly counts: PastCounts; readonly batch: Uint8Array<ArrayBuffer> } {
    const batch = new BatchWriter(this.#pieces.reduce((sum, { lon }) => sum + lon.length, 0));
    const counts = { lit: 0, off: 0, faulty: 0, notKept: 0, unknown: 0, total: 0 };
    let step: number | undefined;
    for (const { slot, lon } of this.#pieces) {
      const block = this.#blocks.get(slot)?.get(hourOf(at));
      const found = block && slotAt(block, at);
      const columns = block && found !== undefined ? columnsAt(block, found) : undefined;
      if (columns !== undefined) step = Math.max(step ?? 0, block!.step);
      for (let index = 0; index < lon.length; index++) {
        const state = columns?.state[index] ?? LampState.neverSeen;
        const level = columns?.level[index] ?? 0;
        const faults = columns?.faults[index] ?? 0;
        const notKept = level === LEVEL_NOT_KEPT;
        const seen = state & ~VARIES & 0xff;
        batch.push(
          slot,
          index,
          notKept ? lampWord(seen | LampState.neverSeen, 0, faults) : lampWord(seen, level, faults),
          Math.floor(at / 1_000),
        );
        if (Number.isNaN(lon[index])) continue;
        counts.total++;
        counts[kindOf({ state, level, faults })]++;
      }
    }
    return { counts: { ...counts, step }, batch: batch.take(true) };
  }

  /** One lamp through all hours that there are, in order. */
  lampThrough({ slot, index }: LampRef): readonly LampMoment[] {
    const hours = [...(this.#blocks.get(slot)?.values() ?? [])].sort((a, b) => a.from - b.from);
    return hours.flatMap((block) => [...lampThrough(block, index)]);
  }

  /** One lamp at a moment; undefined where nothing is known. @param at ms since the epoch */
  lampAt({ slot, index }: LampRef, at: number): PastLamp | undefined {
    const block = this.#blocks.get(slot)?.get(hourOf(at));
    if (block === undefined || slotAt(block, at) === undefined) return undefined;
    let found: PastLamp | undefined;
    for (const moment of lampThrough(block, index)) if (moment.at <= at) found = moment.lamp;
    return found && (found.state & LampState.neverSeen) === 0 ? found : undefined;
  }

  /** The last moment that is known of any lamp, ms; undefined where nothing is. */
  get last(): number | undefined {
    const ends = [...this.#blocks.values()].flatMap((hours) =>
      [...hours.values()].flatMap((block) => {
        const last = block.slots.at(-1);
        return last === undefined ? [] : timeOfSlot(block, last.slot);
      }),
    );
    return ends.length === 0 ? undefined : Math.max(...ends);
  }
}

/** What a lamp that was is counted among. */
export function kindOf({ state, level, faults }: PastLamp): Exclude<keyof PastCounts, 'total' | 'step'> {
  if ((state & LampState.neverSeen) !== 0) return 'unknown';
  if ((faults & ~LampFault.silent) !== 0) return 'faulty';
  if ((faults & LampFault.silent) !== 0) return 'unknown';
  if (level === LEVEL_NOT_KEPT) return 'notKept';
  return (state & LampState.on) !== 0 && level > 0 ? 'lit' : 'off';
}
