import { v7 } from 'uuid';
import type { PublishResult } from '../../../node/mqtt/types.ts';
import type { CabinetId, CommandId, LampId, TicketId } from '../../../shared/ids.ts';
import type { LampOverride, ReplacedOrder } from '../../../shared/lamp/override.ts';
import { instant, millis } from '../../../shared/wire/time.ts';
import type { Store } from '../../store/store.ts';
import { readStandings, readTrack } from './file.ts';
import { keepTracks, type Told } from './keep.ts';
import { type Letter, lettersFor } from './letters.ts';
import type { LastReport, Track } from './model.ts';
import { type CommandMark, isSettled, markOf, UNMARKED, wantedOf } from './proof.ts';
import { replacedOf, replacing } from './replaced.ts';
import { summaryOf } from './tell.ts';
import {
  answered,
  commandOf,
  due,
  observed,
  releasing,
  resending,
  type Seen,
  sent,
  unsent,
  without,
} from './track.ts';

/** The lamps as the hub knows them, and the bits of their frames that tell of commands. */
export interface CommandedLamps {
  /** undefined for one that has never been heard of */
  lastOf(lamp: LampId): LastReport | undefined;
  cabinetOf(lamp: LampId): CabinetId | undefined;
  mark(lamp: LampId, mark: CommandMark): void;
}

export interface OverrideRule {
  /** messages that leave in a second at most: gateways and broker carry the city's other news too */
  readonly perSecond: number;
  /** how long a lamp has to follow, ms */
  readonly followMs: number;
  /** how old a lamp's last report may be to tell how it burns now, ms */
  readonly freshMs: number;
  /** how long an override may last, ms */
  readonly longestMs: number;
}

export interface OverridesOptions {
  readonly store: Store;
  readonly lamps: CommandedLamps;
  readonly send: (topic: string, payload: string, expirySeconds: number) => Promise<PublishResult>;
  readonly linkUp: () => boolean;
  /** where seats see how each override stands */
  readonly data: {
    put(kind: 'override', value: LampOverride): void;
    remove(kind: 'override', id: string): void;
  };
  readonly rule: OverrideRule;
  /** something has been committed that the relay may have to publish */
  readonly committed: () => void;
  readonly now: () => number;
}

/** How often what is due is looked at. */
export const TURN_MS = 200;

/**
 * Overrides as they run: orders leave paced and never late, each lamp is followed until its own state proves that it
 * did what was commanded, and at their end they are seen to go back. What it knows is in the store: a hub that starts
 * anew goes on with it.
 */
export class Overrides {
  readonly #on: OverridesOptions;
  readonly #tracks = new Map<CommandId, Track>();
  /** lamp → the override that it is in: one at most, the latest */
  readonly #holder = new Map<LampId, CommandId>();
  readonly #dirty = new Set<CommandId>();
  /** reports of their lamps that are not looked at yet: a whole city may speak between two turns */
  readonly #seen = new Map<CommandId, Seen[]>();
  /** events that are not written yet: the disk was full, say */
  readonly #untold: Told[] = [];
  #stirred = true;
  #allowance = 0;

  constructor(options: OverridesOptions) {
    this.#on = options;
  }

  /** The desk has written an order, or that one is given back. */
  stir(): void {
    this.#stirred = true;
  }

  /** A gateway's word, for the lamps that it feeds. @param refusal its code for a lamp; undefined where it took the order */
  answer(
    cmd: CommandId,
    from: { readonly cabinet: CabinetId } | { readonly lamp: LampId },
    refusal: (lamp: LampId) => string | undefined,
  ): void {
    const track = [...this.#tracks.values()].find((one) => commandOf(one) === cmd);
    if (track === undefined) return;
    const { lamps } = this.#on;
    const its = [...track.lamps.keys()].filter((lamp) =>
      'lamp' in from ? lamp === from.lamp : lamps.cabinetOf(lamp) === from.cabinet,
    );
    this.#put(answered(track, cmd, its, refusal));
  }

  /** A lamp has said how it burns. @param level % @param at ms, when that was observed */
  observed(lamp: LampId, level: number, at: number): void {
    const id = this.#holder.get(lamp);
    if (id === undefined) return;
    const known = this.#seen.get(id);
    if (known === undefined) this.#seen.set(id, [{ lamp, level, at }]);
    else known.push({ lamp, level, at });
  }

  /** The level that a lamp was raised to for a ticket, %, while that lasts. */
  neededAt(lamp: LampId): { readonly ticket: TicketId; readonly level: number } | undefined {
    const id = this.#holder.get(lamp);
    const track = id === undefined ? undefined : this.#tracks.get(id);
    if (track?.order.ticket === undefined || track.release !== undefined) return undefined;
    return { ticket: track.order.ticket, level: wantedOf(track.order, track.lamps.get(lamp) ?? {}) };
  }

  /** What the store has from before; frames and seats are told of it. @throws StorageError */
  async load(): Promise<void> {
    await this.#read();
    await this.#keep();
  }

  /**
   * Everything that is due. To be called every 200 ms, one call at a time.
   * @throws StorageError; the next call tries again
   */
  async turn(): Promise<void> {
    const { now } = this.#on;
    this.#look();
    if (this.#stirred) await this.#read();
    this.#end(now());
    await this.#send();
    this.#judge(now());
    await this.#keep();
  }

  /** Takes what lamps have said since. */
  #look(): void {
    for (const [id, reports] of this.#seen) this.#change(id, (track) => observed(track, reports));
    this.#seen.clear();
  }

  /** Takes what the desk has written since; an order takes its lamps from those before it. */
  async #read(): Promise<void> {
    this.#stirred = false;
    const { db } = this.#on.store;
    for (const { id, resend, release } of await readStandings(db)) {
      const known = this.#tracks.get(id);
      if (known === undefined) {
        const track = await readTrack(db, id);
        if (track !== undefined) this.#begin(track);
      } else if (known.release === undefined) {
        const anew = resend !== undefined && resend.cmd !== known.resend?.cmd;
        const again = anew ? resending(known, resend) : known;
        if (release !== undefined) this.#put(releasing(again, release));
        else if (anew) this.#put(again);
      }
    }
  }

  #begin(track: Track): void {
    const known = this.#on.lamps;
    const before = [...track.lamps].map(([id, lamp]) => {
      const level = lamp.before ?? known.lastOf(id)?.level;
      return [id, level === undefined ? lamp : { ...lamp, before: level }] as const;
    });
    const taken = Map.groupBy(track.lamps.keys(), (lamp) => this.#holder.get(lamp));
    const replaced: ReplacedOrder[] = [];
    for (const [id, lamps] of taken) {
      const other = id === undefined ? undefined : this.#tracks.get(id);
      if (other === undefined) continue;
      const ended = replacedOf(other, lamps);
      if (ended !== undefined) replaced.push(ended);
      const left = without(other, lamps);
      this.#put(left);
      if (left.lamps.size === 0) this.#untold.push({ track: other, type: 'lamp.released', taken: true });
    }
    for (const lamp of track.lamps.keys()) this.#holder.set(lamp, track.order.id);
    this.#put(replacing({ ...track, lamps: new Map(before) }, replaced));
  }

  /** Those whose end has come. */
  #end(now: number): void {
    for (const track of this.#tracks.values()) {
      const { order, release } = track;
      if (release !== undefined || now < millis(order.until)) continue;
      const ended = releasing(track, { cmd: v7() as CommandId, at: order.until });
      this.#put(ended);
      this.#untold.push({ track: ended, type: 'lamp.released' });
    }
  }

  async #send(): Promise<void> {
    const { linkUp, send, now, lamps } = this.#on;
    const { perSecond, freshMs } = this.#on.rule;
    const lastOf = (lamp: LampId) => lamps.lastOf(lamp);
    this.#allowance = Math.min(perSecond, this.#allowance + (perSecond * TURN_MS) / 1_000);
    if (!linkUp()) return;
    const letters: Letter[] = [];
    for (const letter of this.#letters()) {
      if (letters.length + 1 > this.#allowance) break;
      letters.push(letter);
    }
    this.#allowance -= letters.length;
    await Promise.all(
      letters.map(async ({ id, topic, payload, lamps: named, expirySeconds }) => {
        const cmd = this.#change(id, (track) => sent(track, named, now(), lastOf, freshMs));
        const { ok } = await send(topic, payload, expirySeconds);
        // It waits again, and is sent anew until it expires: a gateway that has heard it knows it by its id.
        if (!ok) this.#change(id, (track) => (commandOf(track) === cmd ? unsent(track, named) : track));
      }),
    );
  }

  /** All that is due, written as it is taken: of a whole city's orders most wait for a later turn. */
  *#letters(): Generator<Letter> {
    const { lamps, now, rule } = this.#on;
    const cabinetOf = (lamp: LampId) => lamps.cabinetOf(lamp);
    for (const track of this.#tracks.values())
      yield* lettersFor(track, due(track, now(), rule.followMs), cabinetOf, now());
  }

  #judge(now: number): void {
    for (const track of this.#tracks.values()) {
      if (track.judged || !isSettled(track, now, this.#on.rule.followMs)) continue;
      const judged = { ...track, judged: true };
      this.#put(judged);
      const { troubles } = summaryOf(judged);
      if (track.release === undefined || troubles > 0)
        this.#untold.push({ track: judged, type: 'lamp.observed' });
    }
  }

  /** Over: gone back as far as it will, or nothing of it ever left. */
  #isOver({ judged, release, lamps }: Track): boolean {
    if (lamps.size === 0) return true;
    const left = [...lamps.values()].some(({ word, sentAt }) => word !== 'waiting' || sentAt !== undefined);
    return judged && (release !== undefined || !left);
  }

  async #keep(): Promise<void> {
    const { store, now, data, committed } = this.#on;
    if (this.#dirty.size === 0 && this.#untold.length === 0) return;
    const changed = [...this.#dirty].flatMap((id) => this.#tracks.get(id) ?? []);
    const over = changed.filter((track) => this.#isOver(track));
    const told = this.#untold.slice();
    await keepTracks(store, { changed, over, told }, instant(now()));
    this.#untold.splice(0, told.length);
    for (const track of changed) {
      // What has come meanwhile is written next.
      if (this.#tracks.get(track.order.id) === track) this.#dirty.delete(track.order.id);
      this.#mark(track);
      if (!over.includes(track)) data.put('override', summaryOf(track));
    }
    for (const track of over) this.#forget(track);
    if (told.length > 0) committed();
  }

  #forget({ order: { id }, lamps }: Track): void {
    this.#tracks.delete(id);
    for (const lamp of lamps.keys()) {
      if (this.#holder.get(lamp) !== id) continue;
      this.#holder.delete(lamp);
      this.#on.lamps.mark(lamp, UNMARKED);
    }
    this.#on.data.remove('override', id);
  }

  #mark(track: Track): void {
    for (const [id, lamp] of track.lamps) this.#on.lamps.mark(id, markOf(track, lamp));
  }

  /** @returns the id of the command that it is following */
  #change(id: CommandId, change: (track: Track) => Track): CommandId | undefined {
    const track = this.#tracks.get(id);
    if (track === undefined) return undefined;
    this.#put(change(track));
    return commandOf(track);
  }

  #put(track: Track): void {
    this.#tracks.set(track.order.id, track);
    this.#dirty.add(track.order.id);
  }
}
