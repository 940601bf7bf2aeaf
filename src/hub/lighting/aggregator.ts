import type { CabinetId, DistrictId, LampId } from '../../shared/ids.ts';
import type { ControlCabinet } from '../../shared/lamp/cabinet.ts';
import type { Dictionary, DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import type { LampPlace } from '../../shared/lamp/order-lamps.ts';
import { LampFault } from '../../shared/lamp/state.ts';
import type { Streetlight } from '../../shared/lamp/streetlight.ts';
import type { LastReport } from './command/model.ts';
import type { CommandMark } from './command/proof.ts';
import { District } from './district.ts';
import type { DistrictNow, FaultListener, LevelListener, PassageListener } from './listeners.ts';
import { observe } from './observe.ts';

/** What became of a report. */
export type Heard = 'ok' | 'unknown-lamp' | 'other-lamp' | 'out-of-order' | 'future';

export interface FrameOut {
  readonly district: DistrictId;
  readonly full: boolean;
  readonly bytes: Uint8Array;
}

/** A gateway's clock may run this far ahead; its report then counts as of now. */
const AHEAD_MS = 5 * 60_000;
const FULL_EVERY_MS = 30_000;
/** Where seats come one after the other, as when a shift begins, whole frames are no more frequent than this. */
const WANTED_EVERY_MS = 2_000;
/** More changes than this part of a district in one tick are a burst: dusk, a feeder, a gateway's return. */
const BURST_PART = 4;
const UNFED = LampFault.circuit | LampFault.cabinet;
const BROKEN = LampFault.defectiveLamp | LampFault.columnIssue | LampFault.brokenLantern;

interface Slot {
  readonly district: District;
  fullAt: number;
  burst: boolean;
  /** changes went out since the last whole frame: who comes now has not heard them */
  changed: boolean;
  /** somebody has come who has not heard them */
  wanted: boolean;
}

/** The whole city's lamps: reports in, district frames out. Time is given; nothing is published here. */
export class Aggregator {
  #slots: readonly Slot[] = [];
  readonly #streamId: number;
  /** lamp → slot · 2¹⁶ + index */
  readonly #places = new Map<string, number>();
  readonly #cabinets = new Map<string, number[]>();
  readonly #onFault: FaultListener;
  readonly #onLevel: LevelListener;
  readonly #onPassage: PassageListener;
  #open = false;

  /** @param streamId new at each start of the hub, 32 bits */
  constructor(
    dictionaries: readonly Dictionary[],
    streamId: number,
    onFault: FaultListener = () => {},
    onLevel: LevelListener = () => {},
    onPassage: PassageListener = () => {},
  ) {
    this.#streamId = streamId;
    this.#onFault = onFault;
    this.#onLevel = onLevel;
    this.#onPassage = onPassage;
    this.refit(dictionaries);
  }

  /**
   * The inventory is another one from now on. Lamps that are there still are as they were, and each district is told
   * whole with the next tick: its frames are of another dictionary.
   */
  refit(dictionaries: readonly Dictionary[]): void {
    const before = new Map(this.#slots.map((slot) => [slot.district.dictionary.district, slot]));
    this.#slots = dictionaries.map((dictionary) => {
      const known = before.get(dictionary.district);
      if (known?.district.dictionary === dictionary) return known;
      return {
        district: new District(dictionary, known?.district),
        fullAt: 0,
        burst: false,
        changed: false,
        wanted: false,
      };
    });
    this.#places.clear();
    this.#cabinets.clear();
    for (const [slot, { district }] of this.#slots.entries()) {
      for (const [index, lamp] of district.dictionary.lamps.entries()) {
        if (lamp === null) continue;
        const place = slot * 65_536 + index;
        this.#places.set(lamp.id, place);
        if (lamp.cabinet === undefined) continue;
        const fed = this.#cabinets.get(lamp.cabinet);
        if (fed === undefined) this.#cabinets.set(lamp.cabinet, [place]);
        else fed.push(place);
      }
    }
  }

  districtOf(lamp: LampId): DistrictId | undefined {
    return this.#find(lamp)?.district.dictionary.district;
  }

  /** Where it is in the dictionaries. */
  placeOf(lamp: LampId): LampPlace | undefined {
    const found = this.#find(lamp);
    return found && { district: found.district.dictionary.district, index: found.index };
  }

  get lamps(): number {
    return this.#places.size;
  }

  /**
   * From now on frames go out. Until what the broker had retained is in, they would tell seats of a city that
   * nobody has seen yet.
   */
  begin(): void {
    this.#open = true;
  }

  /**
   * What the store knows from before: a lamp was observed to be faulty. What the broker kept of it may be older, where
   * both ended at once, and must not pass for its repair.
   * @param at ms since the epoch
   */
  know(lamp: LampId, at: number): void {
    const found = this.#find(lamp);
    found?.district.observe(found.index, { state: 0, level: 0, faults: LampFault.defectiveLamp, at });
  }

  /** What a lamp last said of itself; undefined for one that is unknown, or has never been heard of. */
  lastOf(lamp: LampId): LastReport | undefined {
    const found = this.#find(lamp);
    return found?.district.lastOf(found.index);
  }

  /** %; undefined for a lamp that is unknown, or has never been heard of. */
  levelOf(lamp: LampId): number | undefined {
    const found = this.#find(lamp);
    return found?.district.levelOf(found.index);
  }

  /** Fault bits of a lamp, those of its cabinet among them; 0 for one that is unknown. */
  faultsOf(lamp: LampId): number {
    const found = this.#find(lamp);
    return found?.district.faults(found.index) ?? 0;
  }

  /** All districts in the inventory's order. */
  get districts(): readonly DistrictNow[] {
    return this.#slots.map(({ district: { dictionary, columns } }) => ({ dictionary, columns }));
  }

  /** All lamps at fault, with their bits. */
  *faulty(): Iterable<readonly [DictionaryLamp, number]> {
    for (const { district } of this.#slots)
      for (const [index, faults] of district.faulty()) {
        const lamp = district.dictionary.lamps[index];
        if (lamp) yield [lamp, faults];
      }
  }

  /** A fault that is told from reports begins, or is over. @param bit of `LampFault` */
  mark(lamp: LampId, bit: number, on: boolean): void {
    const found = this.#find(lamp);
    found?.district.setFault(found.index, bit, on);
  }

  /** Bits of its state and its faults; undefined for a lamp that is unknown. */
  bitsOf(lamp: string): { readonly state: number; readonly faults: number } | undefined {
    const found = this.#find(lamp);
    return found && { state: found.district.state(found.index), faults: found.district.faults(found.index) };
  }

  /** What frames say of a command to a lamp. */
  command(lamp: LampId, mark: CommandMark): void {
    const found = this.#find(lamp);
    found?.district.command(found.index, mark);
  }

  /** All of the city again with the next tick: the broker may have lost what it retained. */
  refresh(): void {
    for (const slot of this.#slots) slot.fullAt = 0;
  }

  /** A seat has come: what the broker retains for it is as old as the last whole frame, where lamps changed since. */
  seatCame(): void {
    for (const slot of this.#slots) slot.wanted = slot.changed;
  }

  /**
   * @param id of the topic. Gateways name a lamp in their own way, so that any other id may stand in the report, but
   * not that of another lamp of the inventory: one of the two is a mistake, and nobody can say which.
   * @param now ms since the epoch
   */
  state(id: string, light: Streetlight, now: number): Heard {
    const found = this.#find(id);
    if (found === undefined) return 'unknown-lamp';
    if (light.id !== id && this.#places.has(light.id)) return 'other-lamp';
    const observed = observe(light);
    // Said so that a date that is none (NaN) falls out too.
    if (!(observed.at <= now + AHEAD_MS)) return 'future';
    const { district, index } = found;
    const at = Math.min(observed.at, now);
    const first = !district.heardOf(index);
    const before = district.faults(index) & BROKEN;
    if (!district.observe(index, { ...observed, at })) return 'out-of-order';
    this.#onLevel(id as LampId, observed.level, at, light);
    const after = district.faults(index) & BROKEN;
    if (first || (before === 0) !== (after === 0)) this.#tell(district, index, after !== 0, at);
    return 'ok';
  }

  /** @param now ms since the epoch */
  presence(id: string, present: boolean, now: number): Heard {
    const found = this.#find(id);
    if (found === undefined) return 'unknown-lamp';
    const { district, index } = found;
    const { dictionary } = district;
    const lamp = dictionary.lamps[index];
    if (district.presence(index, present, now) && lamp) this.#onPassage(dictionary.district, lamp);
    return 'ok';
  }

  /** @returns false where no lamp of the inventory is fed from it */
  cabinet({ id, status, circuits }: ControlCabinet): boolean {
    const fed = this.#cabinets.get(id);
    if (fed === undefined) return false;
    const tripped = new Set(
      circuits.filter((circuit) => circuit.status === 'tripped').map((circuit) => circuit.id),
    );
    for (const place of fed) {
      const { district, index } = this.#at(place);
      const circuit = district.dictionary.lamps[index]?.circuit;
      district.setFault(index, LampFault.cabinet, status === 'noSupply');
      district.setFault(index, LampFault.circuit, circuit !== undefined && tripped.has(circuit));
    }
    return true;
  }

  /** The lamps that a cabinet itself says are dark: their circuit has tripped, or it has no supply. */
  darkOf(cabinet: CabinetId): readonly DictionaryLamp[] {
    return (this.#cabinets.get(cabinet) ?? []).flatMap((place) => {
      const { district, index } = this.#at(place);
      const lamp = district.dictionary.lamps[index];
      return lamp && (district.faults(index) & UNFED) !== 0 ? [lamp] : [];
    });
  }

  /** @param before ms since the epoch: lamps last heard of earlier are silent */
  silence(before: number): void {
    for (const { district } of this.#slots) district.silence(before);
  }

  /** @param before ms since the epoch: a presence last told of earlier has ended, though nobody said so */
  forgetPresence(before: number): void {
    for (const { district } of this.#slots) district.forgetPresence(before);
  }

  /** The frames that are due. To be called every 250 ms. */
  tick(now: number): readonly FrameOut[] {
    return this.#open ? this.#slots.flatMap((slot) => this.#due(slot, now)) : [];
  }

  #due(slot: Slot, now: number): readonly FrameOut[] {
    const { district } = slot;
    const burst = district.changes * BURST_PART > district.size;
    const calm = slot.burst && !burst;
    slot.burst = burst;
    const id = district.dictionary.district;
    const since = now - slot.fullAt;
    const wanted = slot.wanted && since >= WANTED_EVERY_MS;
    if (!district.begun || calm || wanted || since >= FULL_EVERY_MS) {
      slot.fullAt = now;
      slot.burst = false;
      slot.changed = false;
      slot.wanted = false;
      return [{ district: id, full: true, bytes: district.full(this.#streamId, now) }];
    }
    if (district.changes === 0) return [];
    slot.changed = true;
    return [{ district: id, full: false, bytes: district.delta(this.#streamId, now) }];
  }

  #tell(district: District, index: number, faulty: boolean, at: number): void {
    const lamp = district.dictionary.lamps[index];
    if (lamp) this.#onFault(lamp.id, lamp.cabinet, faulty, at);
  }

  #find(id: string) {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#at(place);
  }

  #at(place: number): { readonly district: District; readonly index: number } {
    return { district: this.#slots[Math.floor(place / 65_536)]!.district, index: place % 65_536 };
  }
}
