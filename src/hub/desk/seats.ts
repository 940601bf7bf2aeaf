import type { SeatId } from '../../shared/ids.ts';
import { absentSeats, type SeatLink } from './absence.ts';

/** Seats say that they are here every 10 s: three times missed is gone. */
const SILENT_MS = 35_000;

interface Word {
  readonly up: boolean;
  /** since when it has said so without a break */
  readonly since: number;
  /** when it was last heard */
  readonly at: number;
  /** said since our own link is up, not only retained by the broker */
  readonly live: boolean;
}

/**
 * Which seats are connected and since when, by this hub's own monotonic clock. What the broker had retained
 * proves nobody alive: a broker that died took the wills with it. While our own link is down nobody is held gone,
 * for it is this hub that sees nothing. Nor does any absence grow while nobody at all is heard, of a link that is cut
 * off or in a process that was stopped: the broker delivers in order, so that up to the last word of anybody all words
 * of all have been heard, and what came after it has not.
 */
export class Seats {
  readonly #clock: () => number;
  readonly #words = new Map<SeatId, Word>();
  #upSince: number | undefined;
  /** when anybody was last heard, not only retained */
  #heardUntil = 0;

  /** @param clock ms, monotonic */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** @param live not retained @returns whether it has come with this word: it was not here before */
  heard(seat: SeatId, up: boolean, live: boolean): boolean {
    const at = this.#clock();
    const known = this.#words.get(seat);
    if (live) this.#heardUntil = at;
    else if (known?.live) return false;
    const same = known?.up === up && (up ? known.live && at - known.at < SILENT_MS : true);
    this.#words.set(seat, { up, live, at, since: same ? known.since : at });
    return live && up && !same;
  }

  /** Our own link is there: counting begins anew. */
  linkUp(): void {
    this.#upSince = this.#clock();
    for (const [seat, word] of this.#words) this.#words.set(seat, { ...word, live: false });
  }

  linkDown(): void {
    this.#upSince = undefined;
  }

  /** Seats gone for so long, while most others were here, that their tickets may return to the queue. */
  absent(afterMs: number): readonly SeatId[] {
    if (this.#upSince === undefined) return [];
    return absentSeats(this.#links(this.#upSince), this.#heardUntil, afterMs);
  }

  /** Whether it may be there: a retained word counts until it is contradicted by silence. */
  mayBeUp(seat: SeatId): boolean {
    const word = this.#words.get(seat);
    return word !== undefined && this.#linkOf(seat, word, this.#upSince ?? this.#clock()).state !== 'gone';
  }

  #links(upSince: number): readonly SeatLink[] {
    return [...this.#words].map(([seat, word]) => this.#linkOf(seat, word, upSince));
  }

  #linkOf(seat: SeatId, { up, live, since, at }: Word, upSince: number): SeatLink {
    if (!up) return { seat, state: 'gone', since };
    const last = Math.max(at, upSince);
    if (this.#heardUntil - last >= SILENT_MS) return { seat, state: 'gone', since: last };
    return { seat, state: live ? 'here' : 'unsure', since };
  }
}
