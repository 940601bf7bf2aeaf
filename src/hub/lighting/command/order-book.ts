import { v7 } from 'uuid';
import type { CommandId, LampId, TicketId } from '../../../shared/ids.ts';
import type { LampOverride } from '../../../shared/lamp/override.ts';
import type { LastReport, Told, Track } from './model.ts';
import { afterwards, countingOn, faceOf, fateOf, inOrder, type Pile } from './pile.ts';
import { Piles } from './piles.ts';
import { type CommandMark, mayHold, wantedOf } from './proof.ts';
import { summaryOf } from './tell.ts';
import { amending, commandOf, counting, laid, releasing, without } from './track.ts';

/** What a lamp is not to be dimmed below at a moment (ms), %. */
export type Floors = (at: number) => (lamp: LampId) => number;

export interface BookOptions {
  /** undefined for a lamp that has never been heard of */
  readonly lastOf: (lamp: LampId) => LastReport | undefined;
  readonly floors: Floors;
  readonly now: () => number;
}

/** All orders that last, and which of them counts on which lamp: see `Pile`. Nothing is kept on disk or sent here. */
export class OrderBook {
  readonly #on: BookOptions;
  readonly #tracks = new Map<CommandId, Track>();
  readonly #piles = new Piles(this.#tracks);
  /** what lamps were told as → the order that this was for */
  readonly #told = new Map<CommandId, CommandId>();
  /** that have changed since they were kept */
  readonly dirty = new Set<CommandId>();
  /** lamps that have left an order since its marks were made */
  readonly left = new Set<LampId>();
  /** where an order counts again since one over it has ended: on how many lamps */
  readonly again: { readonly under: CommandId; readonly over: Track; readonly lamps: number }[] = [];
  /** events that are not written yet: the disk was full, say */
  readonly untold: Told[] = [];

  constructor(options: BookOptions) {
    this.#on = options;
  }

  get(id: CommandId): Track | undefined {
    return this.#tracks.get(id);
  }

  /** The oldest first. */
  get all(): Pile {
    return [...this.#tracks.values()].toSorted(inOrder);
  }

  of(lamp: LampId): Pile {
    return this.#piles.of(lamp);
  }

  /** Of which order a gateway speaks. */
  toldAs(cmd: CommandId): Track | undefined {
    const id = this.#told.get(cmd);
    if (id !== undefined) return this.#tracks.get(id);
    return [...this.#tracks.values()].find((one) => commandOf(one) === cmd);
  }

  /** Gateways know an order, or a part of it, as this. */
  tell(id: CommandId, cmd: CommandId): void {
    this.#told.set(cmd, id);
  }

  put(track: Track): void {
    const before = this.#tracks.get(track.order.id);
    if (before !== undefined && before.lamps.size > track.lamps.size)
      for (const lamp of before.lamps.keys()) if (!track.lamps.has(lamp)) this.left.add(lamp);
    this.#tracks.set(track.order.id, track);
    this.dirty.add(track.order.id);
  }

  /** @returns the id of the command that it is following */
  change(id: CommandId, change: (track: Track) => Track): CommandId | undefined {
    const track = this.#tracks.get(id);
    if (track === undefined) return undefined;
    this.put(change(track));
    return commandOf(track);
  }

  /** Nothing but the pace of messages has kept some of it, for so long (ms) more. A hub that starts anew has been away: it forgets that. */
  holdUp(track: Track, ms: number): void {
    this.#tracks.set(track.order.id, { ...track, pacedMs: (track.pacedMs ?? 0) + ms });
  }

  /** Lays a new order, or one from the store, over those that its lamps have. */
  begin(track: Track): void {
    const before = [...track.lamps].map(([id, lamp]) => {
      const level = lamp.before ?? this.#on.lastOf(id)?.level;
      return [id, level === undefined ? lamp : { ...lamp, before: level }] as const;
    });
    this.put({ ...track, lamps: new Map(before) });
    this.#piles.add(track);
    for (const { cmd, amend, amended } of track.lamps.values())
      for (const told of [cmd, amend, amended]) if (told !== undefined) this.#told.set(told, track.order.id);
  }

  /** Its end has come by itself. */
  end(track: Track): void {
    const { id, until } = track.order;
    const ended = releasing(track, { cmd: v7() as CommandId, at: until });
    this.put(ended);
    const again = this.leave(id);
    this.untold.push({ track: ended, type: 'lamp.released', ...(again === 0 ? {} : { counting: again }) });
  }

  /**
   * Of an order that has ended, and before it is gone: where another one counts, that does; where one before it lasts, that
   * counts again. @returns on so many lamps
   */
  leave(id: CommandId): number {
    const ended = this.#tracks.get(id);
    if (ended?.release === undefined) return 0;
    const fates = [...ended.lamps.keys()].map((lamp) => ({ lamp, ...fateOf(this.of(lamp), ended, lamp) }));
    const left = fates.flatMap((fate) => (fate.kind === 'back' ? [] : [fate]));
    this.put(
      without(
        ended,
        left.map(({ lamp }) => lamp),
      ),
    );
    this.#piles.clear(left.map(({ lamp }) => lamp));
    for (const [by, its] of Map.groupBy(left, (fate) => fate.by.order.id)) {
      this.dirty.add(by);
      const amended = its.flatMap((fate) => (fate.kind === 'held' && fate.amends ? [fate.lamp] : []));
      if (amended.length > 0) this.#amend(by, amended);
      const again = its.flatMap(({ kind, lamp }) => (kind === 'again' ? [lamp] : []));
      if (again.length === 0) continue;
      this.#countAgain(by, again, ended.release.at);
      this.again.push({ under: by, over: ended, lamps: again.length });
    }
    return left.filter(({ kind }) => kind === 'again').length;
  }

  #amend(id: CommandId, lamps: readonly LampId[]): void {
    const cmd = v7() as CommandId;
    this.#told.set(cmd, id);
    this.change(id, (track) => amending(track, lamps, cmd));
  }

  #countAgain(id: CommandId, lamps: readonly LampId[], at: Track['order']['at']): void {
    const cmd = v7() as CommandId;
    const floorOf = this.#on.floors(this.#on.now());
    this.#told.set(cmd, id);
    this.change(id, (track) => counting(track, lamps, { cmd, at }, floorOf));
    const track = this.#tracks.get(id);
    if (track !== undefined) this.untold.push({ track, type: 'lamp.commanded', counting: lamps.length });
  }

  /** An order has left: what was given back before it has nothing to go back to there. */
  takeFromEnded(id: CommandId, lamps: readonly LampId[]): void {
    if (this.#tracks.get(id)?.release !== undefined) return;
    for (const lamp of lamps)
      for (const { order, release } of this.of(lamp))
        if (release !== undefined) this.change(order.id, (track) => without(track, [lamp]));
  }

  /** Which order counts on which lamp, after all that has come of those that have changed. */
  lay(): void {
    for (const [id, under] of this.#piles.changes([...this.dirty])) {
      const before = this.#tracks.get(id);
      this.change(id, (track) => laid(track, under));
      const track = this.#tracks.get(id);
      if (track === undefined || before === undefined || isUnder(before) || !isUnder(track)) continue;
      this.untold.push({ track, type: 'lamp.released', taken: true });
    }
  }

  forget({ order: { id }, lamps }: Track): void {
    this.#tracks.delete(id);
    for (const lamp of lamps.keys()) this.left.add(lamp);
    for (const [cmd, of] of this.#told) if (of === id) this.#told.delete(cmd);
    this.#piles.clear(lamps.keys());
  }

  /** What a gateway goes on with by itself when this order ends on a lamp. */
  afterwards(track: Track, lamp: LampId): ReturnType<typeof afterwards> {
    return afterwards(this.of(lamp), track, lamp);
  }

  faceOf(lamp: LampId): CommandMark {
    return faceOf(this.of(lamp), lamp);
  }

  summaryOf(track: Track): LampOverride {
    return summaryOf(track, this.#piles.besides(track));
  }

  /** The highest level that a lamp was raised to for a ticket, %, while that lasts, also under another order. */
  neededAt(lamp: LampId): { readonly ticket: TicketId; readonly level: number } | undefined {
    const needed = this.of(lamp).flatMap(({ order, release, lamps, judged }) => {
      const { ticket } = order;
      const its = lamps.get(lamp);
      const neverLeft = judged && its !== undefined && !mayHold(its);
      if (ticket === undefined || release !== undefined || neverLeft) return [];
      return [{ ticket, level: wantedOf(order, its ?? {}) }];
    });
    return needed.toSorted((a, b) => b.level - a.level)[0];
  }

  /** Whether a lamp burns as it does for a ticket, as far as orders go. */
  isForTicket(lamp: LampId): boolean {
    return countingOn(this.of(lamp), lamp)?.order.ticket !== undefined;
  }
}

/** Other orders count on all of its lamps. */
export const isUnder = ({ lamps }: Track): boolean =>
  lamps.size > 0 && [...lamps.values()].every(({ under }) => under !== undefined);
