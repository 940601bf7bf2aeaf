import type { SeatId } from '../../shared/ids.ts';
import type { SeatLink } from './absence.ts';

/** Which seats are connected and since when, by this hub's clock: a will carries the time of its connecting. */
export class Seats {
  readonly #links = new Map<SeatId, SeatLink>();

  /** @param at ms since the epoch */
  heard(seat: SeatId, up: boolean, at: number): void {
    if (this.#links.get(seat)?.up === up) return;
    this.#links.set(seat, { seat, up, since: at });
  }

  all(): readonly SeatLink[] {
    return [...this.#links.values()];
  }

  isUp(seat: SeatId): boolean {
    return this.#links.get(seat)?.up === true;
  }
}
