import { isDeepStrictEqual } from 'node:util';
import type { CommandId, PreemptionId } from '../../../shared/ids.ts';
import { type Preemption, preemptionId } from '../../../shared/lamp/preemption.ts';
import { orderKey } from '../../../shared/lamp/trouble-ticket.ts';
import type { Instant } from '../../../shared/wire/time.ts';
import type { Track } from './model.ts';
import type { OrderBook } from './order-book.ts';
import { mayHold } from './proof.ts';

/** What one command of an order has of one of another's. */
export interface Part {
  readonly asked: number;
  readonly left: number;
  readonly back: number;
  readonly overAt?: Instant;
}
/** A preemption with what it is the sum of: by both commands, `<under> <over>`. */
export interface KeptPreemption {
  readonly preemption: Preemption;
  readonly parts: Readonly<Record<string, Part>>;
}

const NONE: Part = { asked: 0, left: 0, back: 0 };

/** Which orders were laid over other people's, and what has come of it; how it stood when either ended stays. */
export class Preemptions {
  readonly #known = new Map<PreemptionId, KeptPreemption>();
  readonly #news = new Set<PreemptionId>();

  know(kept: KeptPreemption): void {
    this.#known.set(kept.preemption.id, kept);
  }

  /**
   * @param changed orders that may lie otherwise than when it was looked at last @param over those of them that are gone now
   * @returns those of which something has come that is not kept yet
   */
  look(
    book: Pick<OrderBook, 'get' | 'of' | 'again'>,
    changed: readonly Track[],
    over: readonly Track[],
    now: Instant,
  ): readonly KeptPreemption[] {
    for (const track of changed)
      for (const [later, its] of pairsOf(book, track))
        for (const [first, part] of its) {
          const id = preemptionId(first.order, later.order);
          if (!this.#known.has(id)) this.know(begun(id, first, later));
          this.#note(id, keyOf(first.order.id, later.order.id), part);
        }
    for (const { under, over: ended, lamps } of book.again.splice(0)) {
      const first = book.get(under);
      if (first === undefined) continue;
      const id = preemptionId(first.order, ended.order);
      this.#note(id, keyOf(under, ended.order.id), { back: lamps });
    }
    const isOver = (id: CommandId): boolean => {
      const track = book.get(id);
      return track === undefined || track.release !== undefined || over.includes(track);
    };
    for (const [id, { preemption, parts }] of this.#known)
      if (preemption.overAt === undefined)
        for (const [key, { overAt }] of Object.entries(parts))
          if (overAt === undefined && isOver(key.split(' ')[1] as CommandId))
            this.#note(id, key, { overAt: now });
    return [...this.#news].flatMap((id) => this.#known.get(id) ?? []);
  }

  /** They are on disk. */
  kept(all: readonly KeptPreemption[]): void {
    for (const one of all)
      if (this.#known.get(one.preemption.id) === one) this.#news.delete(one.preemption.id);
  }

  #note(id: PreemptionId, key: string, part: Partial<Part>): void {
    const known = this.#known.get(id);
    if (known === undefined) return;
    const before = known.parts[key] ?? NONE;
    const next: Part = { ...before, ...part };
    if (isDeepStrictEqual(next, before)) return;
    this.#known.set(id, summed({ ...known, parts: { ...known.parts, [key]: next } }));
    this.#news.add(id);
  }
}

const keyOf = (under: CommandId, over: CommandId): string => `${under} ${over}`;

/** Of an order and those that share lamps with it: how much of which of other people's which one was laid over. */
function pairsOf(
  book: Pick<OrderBook, 'of'>,
  track: Track,
): ReadonlyMap<Track, ReadonlyMap<Track, Pick<Part, 'asked' | 'left'>>> {
  const found = new Map<Track, Map<Track, Pick<Part, 'asked' | 'left'>>>();
  for (const lamp of track.lamps.keys()) {
    const pile = book.of(lamp).filter(({ release }) => release === undefined);
    if (pile.length < 2) continue;
    for (const [i, over] of pile.entries())
      for (const under of pile.slice(0, i)) {
        if ((under !== track && over !== track) || under.order.person === over.order.person) continue;
        const its = under.lamps.get(lamp);
        if (its === undefined || !mayHold(its)) continue;
        const of = found.get(over) ?? new Map<Track, Pick<Part, 'asked' | 'left'>>();
        const { asked, left } = of.get(under) ?? NONE;
        const laid = over.lamps.get(lamp);
        found.set(
          over,
          of.set(under, { asked: asked + 1, left: left + (laid !== undefined && mayHold(laid) ? 1 : 0) }),
        );
      }
  }
  return found;
}

function begun(id: PreemptionId, { order: a }: Track, { order: b }: Track): KeptPreemption {
  const { street, selection, until } = a;
  return {
    preemption: {
      ...{ v: 1, id, of: a.person },
      order: { key: orderKey(a), street, ...(selection && { selection }), until },
      ...{ by: b.person, at: b.at, until: b.until },
      ...{ asked: 1, left: 0, back: 0 },
    },
    parts: {},
  };
}

function summed({ preemption: { overAt: _, ...known }, parts }: KeptPreemption): KeptPreemption {
  const all = Object.values(parts);
  const sum = (of: (part: Part) => number) => all.reduce((total, part) => total + of(part), 0);
  const ends = all.flatMap(({ overAt }) => overAt ?? []).toSorted();
  const last = ends.length === all.length ? ends.at(-1) : undefined;
  const preemption: Preemption = {
    ...known,
    asked: Math.max(
      1,
      sum((part) => part.asked),
    ),
    left: sum((part) => part.left),
    back: sum((part) => part.back),
    ...(last === undefined ? {} : { overAt: last }),
  };
  return { preemption, parts };
}
