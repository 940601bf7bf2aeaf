import type { CabinetId, DistrictId, LampId } from '../../shared/ids.ts';
import type { Dictionary, DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import type { LampColumns } from '../../shared/lamp/history/block.ts';
import type { Streetlight } from '../../shared/lamp/streetlight.ts';

/**
 * Told when a lamp begins or ends to be faulty (its own faults only), and what its first report says: before a
 * restart it may have been otherwise.
 */
export type FaultListener = (
  lamp: LampId,
  cabinet: CabinetId | undefined,
  faulty: boolean,
  observedAt: number,
) => void;

/** Told of each report that is taken. @param level % @param at when it was observed, ms @param light what it said */
export type LevelListener = (lamp: LampId, level: number, at: number, light: Streetlight) => void;

/** Told when somebody comes to a lamp: what is made of it must say of nobody where he was when. */
export type PassageListener = (district: DistrictId, lamp: DictionaryLamp) => void;

/** A district's lamps as they are now, to be looked at and not kept. */
export interface DistrictNow {
  readonly dictionary: Dictionary;
  readonly columns: LampColumns;
}
