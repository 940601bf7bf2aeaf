import {
  applySlot,
  copied,
  differing,
  type HistoryBlock,
  type HistorySlot,
  type LampColumns,
  MINUTE_MS,
} from '../../shared/lamp/history/block.ts';
import { columnsAt } from '../../shared/lamp/history/fold.ts';

/** Each minute is kept until it is old. */
export const FINE_MINUTES = 1;

/** The hour that runs, of one district: grows by a slot at each minute that the hub hears the field. */
export class DistrictHour {
  readonly from: number;
  #dictVersion: number;
  #key: LampColumns;
  #last: LampColumns;
  readonly #slots: HistorySlot[];

  private constructor(
    from: number,
    dictVersion: number,
    key: LampColumns,
    last: LampColumns,
    slots: HistorySlot[],
  ) {
    this.from = from;
    this.#dictVersion = dictVersion;
    this.#key = key;
    this.#last = last;
    this.#slots = slots;
  }

  /** Begins with how the lamps are now. @param from ms, a full hour @param slot minutes since then */
  static begin(from: number, slot: number, dictVersion: number, columns: LampColumns): DistrictHour {
    const first = differing(slot, columns, columns);
    return new DistrictHour(from, dictVersion, copied(columns), copied(columns), [first]);
  }

  /** Goes on where a hub before this one had come to. */
  static resume({ from, dictVersion, key, slots }: HistoryBlock): DistrictHour | undefined {
    const last = slots.at(-1);
    if (last === undefined) return undefined;
    const columns = columnsAt({ from, step: FINE_MINUTES, dictVersion, key, slots }, last.slot);
    return new DistrictHour(from, dictVersion, copied(key), columns, [...slots]);
  }

  /** @param slot one that is noted already, or is past, changes nothing @param columns of as many lamps or more */
  note(slot: number, dictVersion: number, columns: LampColumns): void {
    if (slot <= this.#slots.at(-1)!.slot) return;
    this.#dictVersion = dictVersion;
    const lamps = columns.state.length;
    if (lamps > this.#last.state.length) {
      this.#key = copied(this.#key, lamps);
      this.#last = copied(this.#last, lamps);
    }
    const changes = differing(slot, this.#last, columns);
    applySlot(this.#last, changes);
    this.#slots.push(changes);
  }

  get block(): HistoryBlock {
    return {
      from: this.from,
      step: FINE_MINUTES,
      dictVersion: this.#dictVersion,
      key: this.#key,
      slots: this.#slots,
    };
  }
}

/** @param at ms @param from ms, the hour that it is in */
export const slotOf = (at: number, from: number): number =>
  Math.floor((at - from) / (FINE_MINUTES * MINUTE_MS));
