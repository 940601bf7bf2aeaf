import { type PersonId, SeatId } from '../../shared/ids.ts';
import type { SeatSeen } from '../../shared/seat/seen.ts';
import { SeatPresence } from '../../shared/wire/presence.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
import { filters, idsOf } from '../../shared/wire/topic.ts';
import type { Room } from '../link/room.ts';

/** The room has 75 seats: beyond this somebody floods, and no new ones are taken. */
const MOST_SEATS = 1_000;

/** A broker that is stopped hands out the wills of all whom it throws out: so short before its end they prove nothing. */
const LAST_WILLS_MS = 3_000;

/** Hears of all seats, this one too, who sits there and how they stand: for colleagues' names, and for supervision. */
export class SeatWatch {
  readonly #room: Room;
  readonly #now: () => number;
  readonly #onChange: () => void;
  readonly #seats = new Map<string, SeatSeen>();
  /** seats that are said to be gone → how they were before, and when that was said, ms */
  readonly #wills = new Map<string, { readonly before: SeatSeen; readonly at: number }>();
  /** seats that were there when the broker was lost: what it remembers of their going may be its own end */
  readonly #doubted = new Set<string>();
  readonly close: () => void;

  constructor(room: Room, onChange: () => void, now: () => number) {
    this.#room = room;
    this.#now = now;
    this.#onChange = onChange;
    const unlisten = [
      room.listen(filters.seats, 0, (topic, payload, retained) => this.#hear(topic, payload, retained)),
      room.onLost(() => this.#lost()),
    ];
    this.close = () => {
      for (const stop of unlisten) stop();
    };
  }

  /** In order of their ids, as people count them: 2 before 10. */
  all(): SeatSeen[] {
    return [...this.#seats.values()].sort((a, b) =>
      a.seat.localeCompare(b.seat, undefined, { numeric: true }),
    );
  }

  /** Who sits at a seat, as far as was heard. */
  personAt(seat: string): PersonId | undefined {
    return this.#seats.get(seat)?.person;
  }

  #hear(topic: string, payload: unknown, retained: boolean): void {
    const [id] = idsOf(filters.seats, topic) ?? [];
    const seat = SeatId.safeParse(id).data;
    if (seat === undefined) return;
    if (payload === undefined) {
      if (this.#seats.delete(seat)) this.#onChange();
      return;
    }
    const said = this.#room.parse(topic, SeatPresence, payload);
    const before = this.#seats.get(seat);
    if (said === undefined || (before === undefined && this.#seats.size >= MOST_SEATS)) return;
    if (retained && !said.up && before !== undefined && this.#doubted.has(seat)) {
      this.#seats.set(seat, { ...before, saidGone: true });
      return void this.#onChange();
    }
    const at = instant(this.#now());
    if (!retained) this.#doubted.delete(seat);
    if (said.up) this.#wills.delete(seat);
    else if (before?.up && !retained) this.#wills.set(seat, { before, at: this.#now() });
    this.#seats.set(seat, seen(seat, said, before, retained ? undefined : at, at));
    this.#onChange();
  }

  #lost(): void {
    for (const [seat, { before, at }] of this.#wills)
      if (this.#now() - at <= LAST_WILLS_MS) this.#seats.set(seat, before);
    this.#wills.clear();
    for (const { seat, up } of this.#seats.values()) if (up) this.#doubted.add(seat);
    this.#onChange();
  }
}

/** @param live when it was heard, where it is no memory of the broker's */
function seen(
  seat: SeatId,
  { up, person, role, since: satAt, pending, lastSeq }: SeatPresence,
  before: SeatSeen | undefined,
  live: Instant | undefined,
  at: Instant,
): SeatSeen {
  const same = before?.up === up;
  const since = same ? before.since : live;
  const heardAt = live ?? before?.heardAt;
  const left = before?.person !== undefined && before.person !== person;
  const last = left ? { person: before.person!, at: live ?? before.heardAt ?? at } : before?.last;
  return {
    seat,
    up,
    ...(person === undefined ? {} : { person }),
    ...(role === undefined ? {} : { role }),
    ...(satAt === undefined ? {} : { satAt }),
    pending,
    lastSeq,
    ...(heardAt === undefined ? {} : { heardAt }),
    ...(since === undefined ? {} : { since }),
    ...(last === undefined ? {} : { last }),
  };
}
