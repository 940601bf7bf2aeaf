import type { PublishResult } from '../../../node/mqtt/types.ts';
import type { CabinetId, CommandId, LampId, TicketId } from '../../../shared/ids.ts';
import { type LampPlace, orderLamps } from '../../../shared/lamp/order-lamps.ts';
import { orderKey } from '../../../shared/lamp/trouble-ticket.ts';
import { instant, millis } from '../../../shared/wire/time.ts';
import type { RoomData } from '../../edge/room-data.ts';
import type { Store } from '../../store/store.ts';
import { readStandings, readTrack } from './file.ts';
import { keepTracks } from './keep.ts';
import type { LastReport, Track } from './model.ts';
import { type Floors, isUnder, OrderBook } from './order-book.ts';
import { Outgoing } from './outgoing.ts';
import { loadPreemptions } from './preemption-file.ts';
import { Preemptions } from './preemptions.ts';
import { type CommandMark, hasLeft, isSettled, laggards } from './proof.ts';
import { answered, observed, releasing, resending, type Seen } from './track.ts';

/** The lamps as the hub knows them, and the bits of their frames that tell of commands. */
export interface CommandedLamps {
  /** undefined for one that has never been heard of */
  lastOf(lamp: LampId): LastReport | undefined;
  cabinetOf(lamp: LampId): CabinetId | undefined;
  placeOf(lamp: LampId): LampPlace | undefined;
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
  readonly floors: Floors;
  readonly send: (topic: string, payload: string, expirySeconds: number) => Promise<PublishResult>;
  readonly linkUp: () => boolean;
  /** where seats see how each override stands */
  readonly data: Pick<RoomData, 'put' | 'remove'>;
  readonly rule: OverrideRule;
  /** something has been committed that the relay may have to publish */
  readonly committed: () => void;
  readonly now: () => number;
}

/** How often what is due is looked at. */
export const TURN_MS = 200;

/**
 * Overrides as they run: orders leave paced and never late, each lamp is followed until its own state proves that it
 * did what was commanded, and at their end they are seen to go back: to the order before where that lasts, else to their
 * programme. What it knows is in the store: a hub that starts anew goes on with it.
 */
export class Overrides {
  readonly #on: OverridesOptions;
  readonly #book: OrderBook;
  readonly #preemptions = new Preemptions();
  /** of which it has been said which lamps they are for */
  readonly #placed = new Set<CommandId>();
  /** reports of their lamps that are not looked at yet: a whole city may speak between two turns */
  readonly #seen = new Map<CommandId, Seen[]>();
  readonly #outgoing: Outgoing;
  #stirred = true;

  constructor(options: OverridesOptions) {
    this.#on = options;
    const { lamps, floors, now } = options;
    this.#book = new OrderBook({ lastOf: (lamp) => lamps.lastOf(lamp), floors, now });
    this.#outgoing = new Outgoing(options, this.#book, TURN_MS);
  }

  /** The desk has written an order, or that one is given back. */
  stir(): void {
    this.#stirred = true;
  }

  /**
   * A gateway's word, for the lamps that it feeds.
   * @param refusal its code for a lamp; undefined where it took the order @param goesOn see `answered`
   */
  answer(
    cmd: CommandId,
    from: { readonly cabinet: CabinetId } | { readonly lamp: LampId },
    refusal: (lamp: LampId) => string | undefined,
    goesOn = false,
  ): void {
    const track = this.#book.toldAs(cmd);
    if (track === undefined) return;
    const { lamps } = this.#on;
    const its = [...track.lamps.keys()].filter((lamp) =>
      'lamp' in from ? lamp === from.lamp : lamps.cabinetOf(lamp) === from.cabinet,
    );
    this.#book.put(answered(track, cmd, its, refusal, goesOn));
  }

  /** A lamp has said how it burns. @param level % @param at ms, when that was observed */
  observed(lamp: LampId, level: number, at: number): void {
    for (const { order } of this.#book.of(lamp)) {
      const known = this.#seen.get(order.id);
      if (known === undefined) this.#seen.set(order.id, [{ lamp, level, at }]);
      else known.push({ lamp, level, at });
    }
  }

  /** See `OrderBook.neededAt`. */
  neededAt(lamp: LampId): { readonly ticket: TicketId; readonly level: number } | undefined {
    return this.#book.neededAt(lamp);
  }

  /** See `OrderBook.isForTicket`. */
  isForTicket(lamp: LampId): boolean {
    return this.#book.isForTicket(lamp);
  }

  /** What the store has from before; frames and seats are told of it. @throws StorageError */
  async load(): Promise<void> {
    const { store, data, now } = this.#on;
    for (const { kept, seen } of await loadPreemptions(store.db, now())) {
      this.#preemptions.know(kept);
      if (!seen) data.put('preemption', kept.preemption);
    }
    await this.#read();
    await this.#keep();
  }

  /**
   * Everything that is due. To be called every 200 ms, one call at a time.
   * @throws StorageError; the next call tries again
   */
  async turn(): Promise<void> {
    const { now } = this.#on;
    // Before what lamps have said since is looked at: it may be of after the end.
    this.#end(now());
    this.#look();
    if (this.#stirred) await this.#read();
    this.#book.lay();
    await this.#outgoing.send();
    this.#book.lay();
    this.#judge(now());
    await this.#keep();
  }

  /** Takes what lamps have said since. */
  #look(): void {
    for (const [id, reports] of this.#seen) this.#book.change(id, (track) => observed(track, reports));
    this.#seen.clear();
  }

  /** Takes what the desk has written since. */
  async #read(): Promise<void> {
    this.#stirred = false;
    const { db } = this.#on.store;
    const ended: CommandId[] = [];
    for (const { id, resend, release } of await readStandings(db)) {
      const known = this.#book.get(id);
      if (known === undefined) {
        const track = await readTrack(db, id);
        if (track === undefined) continue;
        this.#book.begin(track);
        if (track.release !== undefined) ended.push(id);
      } else if (known.release === undefined) {
        const anew = resend !== undefined && resend.cmd !== known.resend?.cmd;
        const again = anew ? resending(known, resend) : known;
        if (release !== undefined) {
          this.#book.put(releasing(again, release));
          ended.push(id);
        } else if (anew) this.#book.put(again);
      }
    }
    for (const id of ended) this.#book.leave(id);
  }

  /** Those whose end has come. */
  #end(now: number): void {
    for (const track of this.#book.all)
      if (track.release === undefined && now >= millis(track.order.until)) this.#book.end(track);
  }

  #judge(now: number): void {
    for (const track of this.#book.all) {
      if (track.judged || !isSettled(track, now, this.#on.rule.followMs)) continue;
      const judged = { ...track, judged: true };
      this.#book.put(judged);
      // Of one that is wholly under others there is nothing to be said: it is judged anew when it counts again.
      if (isUnder(track)) continue;
      if (track.release === undefined || laggards(judged).length > 0)
        this.#book.untold.push({ track: judged, type: 'lamp.observed' });
    }
  }

  /**
   * Over: gone back as far as it will, or nothing of it ever left. A part of an order of which others have left stays with them:
   * its lamps have not followed, and who looks at the order must see that, and be able to say it again.
   */
  #isOver(track: Track): boolean {
    const { judged, release, lamps, order } = track;
    if (lamps.size === 0) return true;
    return judged && (release !== undefined || !(hasLeft(track) || this.#isPart(order)));
  }

  #isPart(order: Track['order']): boolean {
    return this.#book.all.some((one) => orderKey(one.order) === orderKey(order) && hasLeft(one));
  }

  async #keep(): Promise<void> {
    const { store, now, data, committed } = this.#on;
    const { dirty, untold } = this.#book;
    if (dirty.size === 0 && untold.length === 0) return;
    const changed = [...dirty].flatMap((id) => this.#book.get(id) ?? []);
    const over = changed.filter((track) => this.#isOver(track));
    const told = untold.slice();
    const at = instant(now());
    const preempted = this.#preemptions.look(this.#book, changed, over, at);
    await keepTracks(store, { changed, over, told, preempted }, at, data);
    untold.splice(0, told.length);
    this.#preemptions.kept(preempted);
    // What has come meanwhile is written next.
    for (const track of changed) if (this.#book.get(track.order.id) === track) dirty.delete(track.order.id);
    for (const track of over) {
      this.#book.forget(track);
      for (const kind of ['override', 'orderLamps'] as const) data.remove(kind, track.order.id);
      this.#placed.delete(track.order.id);
    }
    for (const track of changed) {
      if (over.includes(track)) continue;
      this.#mark(track.lamps.keys());
      this.#place(track);
      data.put('override', this.#book.summaryOf(track));
    }
    this.#mark(this.#book.left);
    this.#book.left.clear();
    if (told.length > 0) committed();
  }

  /** Says once which lamps it is for: who orders next is told whose light they would cover, and what comes after. */
  #place({ order: { id }, lamps }: Track): void {
    if (this.#placed.has(id)) return;
    this.#placed.add(id);
    this.#on.data.put(
      'orderLamps',
      orderLamps(id, lamps.keys(), (lamp) => this.#on.lamps.placeOf(lamp)),
    );
  }

  #mark(lamps: Iterable<LampId>): void {
    for (const lamp of lamps) this.#on.lamps.mark(lamp, this.#book.faceOf(lamp));
  }
}
