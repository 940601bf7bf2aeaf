import { applySlot, copied, type HistoryBlock, HOUR_MS } from '../lamp/history/block.ts';
import { timeOfSlot } from '../lamp/history/fold.ts';
import { LEVEL_NOT_KEPT, VARIES } from '../lamp/history/kept.ts';
import { LampFault, LampState } from '../lamp/state.ts';
import { ratedWatts } from './stretch.ts';

/** What some lamps used, told from how they were. */
export interface HistoryEnergy {
  /** of the known lamp-hours */
  readonly kwh: number;
  /** lamp-hours of which level and rated power are known */
  readonly known: number;
  /** of these, in which presence may have raised the lamp above the level that is kept */
  readonly atLeast: number;
}

/** A lamp by its place in the dictionary, and its rated power in W; NaN is unknown. */
export interface RatedPlace {
  readonly index: number;
  readonly power: number;
}

const UNFED = LampFault.circuit | LampFault.cabinet;

/**
 * What lamps of one district used in its kept hours, by formula 2 of docs/energy.md: rated power at the level that was
 * kept. @param standby W of a lamp that is off @param span ms since the epoch: only this is counted
 */
export function energyFromHistory(
  blocks: Iterable<HistoryBlock>,
  lamps: readonly RatedPlace[],
  standby: number,
  span: { readonly from: number; readonly to: number },
): HistoryEnergy {
  let [kwh, known, atLeast] = [0, 0, 0];
  for (const block of blocks) {
    const now = copied(block.key);
    for (const slot of block.slots) {
      applySlot(now, slot);
      const from = Math.max(span.from, timeOfSlot(block, slot.slot));
      const hours = (Math.min(span.to, timeOfSlot(block, slot.slot + 1)) - from) / HOUR_MS;
      if (hours <= 0) continue;
      for (const { index, power } of lamps) {
        const [state = LampState.neverSeen, level = 0, faults = 0] = [
          now.state[index],
          now.level[index],
          now.faults[index],
        ];
        const isKnown =
          (state & LampState.neverSeen) === 0 &&
          (faults & LampFault.silent) === 0 &&
          level !== LEVEL_NOT_KEPT &&
          !Number.isNaN(power);
        if (!isKnown) continue;
        const burns = (state & LampState.on) === 0 ? 0 : level;
        const watts = (faults & UNFED) === 0 ? ratedWatts(power, burns, standby) : 0;
        kwh += (watts * hours) / 1_000;
        known += hours;
        if ((state & VARIES) !== 0) atLeast += hours;
      }
    }
  }
  return { kwh, known, atLeast };
}
