import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import { AGE_UNKNOWN, encodeFrame, type FrameLamp } from '../../shared/lamp/frame.ts';
import type { LampColumns } from '../../shared/lamp/history/block.ts';
import { LampFault, LampState, withCommand } from '../../shared/lamp/state.ts';
import type { LastReport } from './command/model.ts';
import type { CommandMark } from './command/proof.ts';
import type { Observed } from './observe.ts';

/** Bits of the state that no report of the lamp's own says. */
const NOT_ITS_OWN = withCommand(LampState.presence | LampState.override | LampState.behind, 3);
/** Faults that the lamp's own reports set and clear; the others come from cabinets and from silence. */
const OWN_FAULTS = LampFault.defectiveLamp | LampFault.columnIssue | LampFault.brokenLantern;
/** With one of these the level that it last said is not how it burns. */
const BELIES = OWN_FAULTS | LampFault.darkAtNight | LampFault.silent | LampFault.circuit | LampFault.cabinet;

/** Lamps of one district in typed arrays, and which of them have changed since the last frame. */
export class District {
  readonly dictionary: Dictionary;
  readonly size: number;
  readonly #state: Uint8Array;
  readonly #level: Uint8Array;
  readonly #faults: Uint16Array;
  /** ms since the epoch, 0 = never */
  readonly #seen: Float64Array;
  readonly #marked: Uint8Array;
  /** lamps with somebody present → when that was last said, ms */
  readonly #present = new Map<number, number>();
  #changed: number[] = [];
  #frameSeq = 0;

  /** @param before the same district with its last dictionary: lamps that are there still are as they were */
  constructor(dictionary: Dictionary, before?: District) {
    this.dictionary = dictionary;
    this.size = dictionary.lamps.length;
    this.#state = new Uint8Array(this.size).fill(LampState.neverSeen);
    this.#level = new Uint8Array(this.size);
    this.#faults = new Uint16Array(this.size);
    this.#seen = new Float64Array(this.size);
    this.#marked = new Uint8Array(this.size);
    if (before !== undefined) this.#goOnFrom(before);
  }

  /** Indices never move: a lamp is where it was, or has left its place empty. Frames go on in the one sequence. */
  #goOnFrom(before: District): void {
    this.#frameSeq = before.#frameSeq;
    for (const [index, lamp] of this.dictionary.lamps.entries()) {
      if (lamp === null || before.dictionary.lamps[index]?.id !== lamp.id) continue;
      this.#state[index] = before.#state[index]!;
      this.#level[index] = before.#level[index]!;
      this.#faults[index] = before.#faults[index]!;
      this.#seen[index] = before.#seen[index]!;
      const presence = before.#present.get(index);
      if (presence !== undefined) this.#present.set(index, presence);
    }
  }

  /** As they are now, to be looked at and not kept: they go on changing. */
  get columns(): LampColumns {
    return { state: this.#state, level: this.#level, faults: this.#faults };
  }

  get changes(): number {
    return this.#changed.length;
  }

  /** Whether a frame has been made: the first one of a stream is a full one. */
  get begun(): boolean {
    return this.#frameSeq > 0;
  }

  /** Whether this lamp has reported since the hub started. */
  heardOf(index: number): boolean {
    return this.#seen[index] !== 0;
  }

  state(index: number): number {
    return this.#state[index] ?? 0;
  }

  faults(index: number): number {
    return this.#faults[index] ?? 0;
  }

  /** @returns false where a later observation is known already */
  observe(index: number, { state, level, faults, at }: Observed): boolean {
    if (at < this.#seen[index]!) return false;
    this.#seen[index] = at;
    const others = this.#faults[index]! & ~OWN_FAULTS & ~LampFault.silent;
    const kept = this.#state[index]! & NOT_ITS_OWN;
    this.#write(index, state | kept, level, others | faults);
    return true;
  }

  /** %; undefined for a lamp that has never been heard of */
  levelOf(index: number): number | undefined {
    return (this.#state[index]! & LampState.neverSeen) === 0 ? this.#level[index] : undefined;
  }

  /** What it last said of itself, and whether what is known beside that speaks against it. */
  lastOf(index: number): LastReport | undefined {
    const level = this.levelOf(index);
    if (level === undefined) return undefined;
    return { level, at: this.#seen[index]!, sound: (this.#faults[index]! & BELIES) === 0 };
  }

  /** What has become of a command to it, and whether it is out of its programme. */
  command(index: number, { command, override, behind }: CommandMark): void {
    const state = withCommand(this.#state[index]!, command) & ~(LampState.override | LampState.behind);
    const bits = (override ? LampState.override : 0) | (behind ? LampState.behind : 0);
    this.#write(index, state | bits, this.#level[index]!, this.#faults[index]!);
  }

  /** @param at ms, as given to `forgetPresence` @returns whether somebody is there who was not before */
  presence(index: number, present: boolean, at: number): boolean {
    const begins = present && !this.#present.has(index);
    if (present) this.#present.set(index, at);
    else this.#present.delete(index);
    const state = this.#state[index]!;
    const next = present ? state | LampState.presence : state & ~LampState.presence;
    this.#write(index, next, this.#level[index]!, this.#faults[index]!);
    return begins;
  }

  /** Ends presences last told of before `before`: their end travels once, at QoS 0, and may be lost. */
  forgetPresence(before: number): void {
    for (const [index, at] of this.#present) if (at < before) this.presence(index, false, at);
  }

  /** Places of the lamps at fault, with their bits. */
  *faulty(): Iterable<readonly [index: number, faults: number]> {
    for (let index = 0; index < this.size; index++) {
      const faults = this.#faults[index]!;
      if (faults !== 0) yield [index, faults];
    }
  }

  setFault(index: number, bit: number, on: boolean): void {
    const faults = this.#faults[index]!;
    this.#write(index, this.#state[index]!, this.#level[index]!, on ? faults | bit : faults & ~bit);
  }

  /** Marks as silent the lamps last seen before `before`; one never seen says so by its own bit. */
  silence(before: number): void {
    for (let index = 0; index < this.size; index++) {
      const seen = this.#seen[index]!;
      if (seen !== 0 && seen < before) this.setFault(index, LampFault.silent, true);
    }
  }

  delta(streamId: number, now: number): Uint8Array {
    const lamps = this.#changed.map((index) => this.#record(index, this.#state[index]!, now));
    this.#clear();
    return this.#encode(false, streamId, now, lamps);
  }

  /** All lamps. It is retained, so it carries no presence: those present go into the next delta again. */
  full(streamId: number, now: number): Uint8Array {
    const lamps: FrameLamp[] = [];
    this.#clear();
    for (let index = 0; index < this.size; index++) {
      const state = this.#state[index]!;
      lamps.push(this.#record(index, state & ~LampState.presence, now));
      if ((state & LampState.presence) !== 0) this.#mark(index);
    }
    return this.#encode(true, streamId, now, lamps);
  }

  #encode(full: boolean, streamId: number, now: number, lamps: readonly FrameLamp[]): Uint8Array {
    this.#frameSeq += 1;
    const { dictVersion } = this.dictionary;
    return encodeFrame({ full, dictVersion, streamId, frameSeq: this.#frameSeq, baseTimeMs: now }, lamps);
  }

  #record(index: number, state: number, now: number): FrameLamp {
    const seen = this.#seen[index]!;
    const age =
      seen === 0 ? AGE_UNKNOWN : Math.min(AGE_UNKNOWN, Math.max(0, Math.round((now - seen) / 1_000)));
    const faults = this.#faults[index]!;
    const marked = faults === 0 ? state : state | LampState.fault;
    return { index, state: marked, level: this.#level[index]!, age, faults };
  }

  #write(index: number, state: number, level: number, faults: number): void {
    if (this.#state[index] === state && this.#level[index] === level && this.#faults[index] === faults)
      return;
    this.#state[index] = state;
    this.#level[index] = level;
    this.#faults[index] = faults;
    this.#mark(index);
  }

  #mark(index: number): void {
    if (this.#marked[index] === 1) return;
    this.#marked[index] = 1;
    this.#changed.push(index);
  }

  #clear(): void {
    for (const index of this.#changed) this.#marked[index] = 0;
    this.#changed = [];
  }
}
