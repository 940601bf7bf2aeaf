import type { CommandId, LampId } from '../../../shared/ids.ts';
import type { PiledOrder } from '../../../shared/lamp/override.ts';
import { millis } from '../../../shared/wire/time.ts';
import type { Track } from './model.ts';
import { below, inOrder, layersOf, type Pile } from './pile.ts';

/** What lies over an order, and what under it, each with how many of its lamps; the most first. */
export interface Beside {
  readonly under: readonly PiledOrder[];
  /** on each lamp the one next under it, and the one that counts again when it ends; others under it never will */
  readonly over: readonly PiledOrder[];
  /** so many of its lamps have one under it that outlasts it, and a gateway that has not said that it goes on with that */
  readonly unkept: number;
}

/** Which orders have each lamp: most lamps have none, most others one. */
export class Piles {
  readonly #tracks: ReadonlyMap<CommandId, Track>;
  readonly #ids = new Map<LampId, readonly CommandId[]>();

  constructor(tracks: ReadonlyMap<CommandId, Track>) {
    this.#tracks = tracks;
  }

  of(lamp: LampId): Pile {
    return (this.#ids.get(lamp) ?? []).flatMap((id) => {
      const track = this.#tracks.get(id);
      return track?.lamps.has(lamp) ? [track] : [];
    });
  }

  /** At most one order has it: a whole city's lamps are asked several times in a turn, and are mostly so. */
  #isAlone(lamp: LampId): boolean {
    return (this.#ids.get(lamp)?.length ?? 0) < 2;
  }

  /** Lays an order that is known by now on its lamps. */
  add({ order, lamps }: Track): void {
    for (const lamp of lamps.keys()) {
      if (!this.#ids.has(lamp)) {
        this.#ids.set(lamp, [order.id]);
        continue;
      }
      const before = this.of(lamp).filter((one) => one.order.id !== order.id);
      const its = this.#tracks.get(order.id);
      const all = its === undefined ? before : [...before, its];
      this.#ids.set(
        lamp,
        all.toSorted(inOrder).map((one) => one.order.id),
      );
    }
  }

  /** Forgets of these lamps what no order has any more. */
  clear(lamps: Iterable<LampId>): void {
    for (const lamp of lamps) {
      const ids = this.of(lamp).map(({ order }) => order.id);
      if (ids.length === 0) this.#ids.delete(lamp);
      else this.#ids.set(lamp, ids);
    }
  }

  /** Of these orders and those that share lamps with them: on which lamps another one counts than they say. */
  changes(ids: Iterable<CommandId>): ReadonlyMap<CommandId, ReadonlyMap<LampId, CommandId | undefined>> {
    const found = new Map<CommandId, Map<LampId, CommandId | undefined>>();
    for (const id of ids)
      for (const [lamp, { under }] of this.#tracks.get(id)?.lamps ?? []) {
        if (under === undefined && this.#isAlone(lamp)) continue;
        for (const [{ order, lamps }, over] of layersOf(this.of(lamp), lamp)) {
          if (lamps.get(lamp)?.under === over) continue;
          const its = found.get(order.id) ?? new Map<LampId, CommandId | undefined>();
          found.set(order.id, its.set(lamp, over));
        }
      }
    return found;
  }

  besides(track: Track): Beside {
    const under = new Map<CommandId, number>();
    const over = new Map<CommandId, number>();
    let unkept = 0;
    const add = (to: Map<CommandId, number>, id: CommandId) => to.set(id, (to.get(id) ?? 0) + 1);
    for (const [lamp, { under: by, word, goesOn }] of track.lamps) {
      if (by !== undefined) add(under, by);
      if (this.#isAlone(lamp)) continue;
      if (track.release !== undefined || (word === 'refused' && by === undefined)) continue;
      const its = below(this.of(lamp), track, lamp);
      const next = its.find(({ order }) => millis(order.until) > millis(track.order.until));
      for (const one of new Set([its[0], next])) if (one !== undefined) add(over, one.order.id);
      if (word === 'acknowledged' && goesOn !== true && next !== undefined) unkept++;
    }
    return { under: this.#named(under), over: this.#named(over), unkept };
  }

  #named(lamps: ReadonlyMap<CommandId, number>): readonly PiledOrder[] {
    return [...lamps]
      .flatMap(([id, n]) => {
        const order = this.#tracks.get(id)?.order;
        if (order === undefined) return [];
        const { person, street, selection, level, until } = order;
        return [{ id, person, street, ...(selection && { selection }), level, until, lamps: n }];
      })
      .toSorted((a, b) => b.lamps - a.lamps);
  }
}
