import type { Position } from '../../../shared/geo/position.ts';
import { readBatch } from '../../../shared/lamp/batch.ts';
import { faultsOf, LampState, levelOf, stateOf } from '../../../shared/lamp/state.ts';
import { latOf, lonOf, mercatorX, mercatorY } from './mercator.ts';
import type { LampRef } from './model.ts';
import { LOOKS, lookOf } from './painter/look.ts';

/** A district of the dictionary, by columns. A removed lamp has NaN for its position. */
export interface DistrictPiece {
  readonly slot: number;
  readonly district: string;
  /** degrees, WGS 84 */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** Either positions and numbering have changed, or how all or the lamps named look (valid only during the call). */
export type LampChange =
  | { readonly kind: 'layout' }
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly lamps: Int32Array };

/** Where lamps without a place are put: off the world's square, where no query finds them. */
const NOWHERE = -1;

/**
 * Every lamp of the city as columns of numbers. A district's lamps are neighbours; a lamp's global number
 * holds until the next change of layout. Listeners hear once per batch, never per lamp.
 */
export class LampTable {
  size = 0;
  x = new Float64Array(0);
  y = new Float64Array(0);
  state = new Uint8Array(0);
  /** % */
  level = new Uint8Array(0);
  faults = new Uint16Array(0);
  /** what is drawn of each: derived from its state, see painter/look.ts */
  look = new Uint8Array(0);
  /** how many lamps that have a place look so, by look */
  readonly counts = new Uint32Array(LOOKS);
  /** seconds since the epoch, 0 = never */
  observedAt = new Uint32Array(0);
  /** records that named no lamp we know of */
  strays = 0;
  #districts: DistrictPiece[] = [];
  /** first global number by place in #districts, and one past the end */
  #starts: number[] = [0];
  readonly #placeOf = new Map<number, number>();
  #changed = new Int32Array(0);
  readonly #listeners = new Set<(change: LampChange) => void>();

  subscribe(listener: (change: LampChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds districts, or replaces those of the same slot. Indices never move, so known states are kept. */
  setDistricts(pieces: readonly DistrictPiece[]): void {
    const bySlot = new Map(this.#districts.map((d) => [d.slot, d]));
    for (const piece of pieces) bySlot.set(piece.slot, piece);
    this.#layOut([...bySlot.values()].sort((a, b) => a.slot - b.slot));
    this.#tell({ kind: 'layout' });
  }

  /** Takes a packed batch (see shared/lamp/batch.ts). @throws RangeError where the bytes are none */
  apply(bytes: Uint8Array): void {
    const batch = readBatch(bytes);
    if (this.#changed.length < batch.count) this.#changed = new Int32Array(batch.count * 2);
    let changed = 0;
    batch.forEach((slot, index, word, observedAt) => {
      const lamp = this.find(slot, index);
      if (lamp < 0) {
        this.strays++;
        return;
      }
      const [state, level, faults] = [stateOf(word), levelOf(word), faultsOf(word)];
      this.observedAt[lamp] = observedAt;
      this.state[lamp] = state;
      this.level[lamp] = level;
      this.faults[lamp] = faults;
      const look = lookOf(state, level, faults);
      const before = this.look[lamp]!;
      if (look === before) return;
      this.look[lamp] = look;
      this.#changed[changed++] = lamp;
      if (this.x[lamp] === NOWHERE) return;
      this.counts[before]!--;
      this.counts[look]!++;
    });
    // Told even when nothing looks different: who shows a lamp's age must know that it was heard of.
    this.#tell(batch.full ? { kind: 'all' } : { kind: 'some', lamps: this.#changed.subarray(0, changed) });
  }

  /** Global number of a lamp, -1 when unknown. */
  find(slot: number, index: number): number {
    const place = this.#placeOf.get(slot);
    if (place === undefined) return -1;
    const lamp = this.#starts[place]! + index;
    return lamp < this.#starts[place + 1]! ? lamp : -1;
  }

  /** Where a lamp stands; undefined for one that is unknown or removed. */
  positionOf({ slot, index }: LampRef): Position | undefined {
    const lamp = this.find(slot, index);
    const x = this.x[lamp];
    return x === undefined || x < 0 ? undefined : [lonOf(x), latOf(this.y[lamp]!)];
  }

  /** The seat's name for a global number. */
  refOf(lamp: number): LampRef | undefined {
    if (lamp < 0 || lamp >= this.size) return undefined;
    let place = this.#districts.length - 1;
    while (this.#starts[place]! > lamp) place--;
    return { slot: this.#districts[place]!.slot, index: lamp - this.#starts[place]! };
  }

  #layOut(districts: DistrictPiece[]): void {
    const starts = [0];
    for (const d of districts) starts.push(starts.at(-1)! + d.lon.length);
    const size = starts.at(-1)!;
    const x = new Float64Array(size).fill(NOWHERE);
    const y = new Float64Array(size).fill(NOWHERE);
    const state = new Uint8Array(size).fill(LampState.neverSeen);
    const look = new Uint8Array(size).fill(lookOf(LampState.neverSeen, 0, 0));
    const [level, faults, observedAt] = [new Uint8Array(size), new Uint16Array(size), new Uint32Array(size)];
    for (const [place, d] of districts.entries()) {
      const start = starts[place]!;
      const old = this.#placeOf.get(d.slot);
      if (old !== undefined && this.#districts[old] === d) {
        x.set(this.x.subarray(this.#starts[old]!, this.#starts[old + 1]!), start);
        y.set(this.y.subarray(this.#starts[old]!, this.#starts[old + 1]!), start);
      } else project(d, x.subarray(start), y.subarray(start));
      if (old === undefined || this.#districts[old]!.district !== d.district) continue;
      const from = this.#starts[old]!;
      const to = Math.min(this.#starts[old + 1]!, from + d.lon.length);
      state.set(this.state.subarray(from, to), start);
      look.set(this.look.subarray(from, to), start);
      level.set(this.level.subarray(from, to), start);
      faults.set(this.faults.subarray(from, to), start);
      observedAt.set(this.observedAt.subarray(from, to), start);
    }
    Object.assign(this, { size, x, y, state, level, faults, look, observedAt });
    this.counts.fill(0);
    for (let lamp = 0; lamp < size; lamp++) if (x[lamp] !== NOWHERE) this.counts[look[lamp]!]!++;
    this.#districts = districts;
    this.#starts = starts;
    this.#placeOf.clear();
    for (const [place, d] of districts.entries()) this.#placeOf.set(d.slot, place);
  }

  #tell(change: LampChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function project({ lon, lat }: DistrictPiece, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < lon.length; i++) {
    if (Number.isNaN(lon[i])) continue;
    x[i] = mercatorX(lon[i]!);
    y[i] = mercatorY(lat[i]!);
  }
}
