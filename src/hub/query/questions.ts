import type { SeatId } from '../../shared/ids.ts';
import type { EnergyQuery } from '../../shared/wire/energy.ts';
import type { LampHistoryQuery } from '../../shared/wire/lamp-history.ts';
import type { PastDeskQuery } from '../../shared/wire/past-desk.ts';
import type { Query } from '../../shared/wire/query.ts';
import { Turns } from '../edge/turns.ts';

/** All seats may ask at once, of a store that has commands to keep. */
const AT_ONCE = 4;
/** A seat asks again when it hears nothing; what it asks beyond this is not answered. */
const MOST_WAITING = 4;

export type Question = Query | LampHistoryQuery | EnergyQuery | PastDeskQuery;
/** Answers one query, until the seat does not wait for it any more. */
export type Answering = (seat: SeatId, query: Question, isAwaited: () => boolean) => Promise<void>;

/** A seat brings itself up to date by one question at a time. */
const bringsUpToDate = ({ type }: Question): boolean => type === 'since' || type === 'snapshot';

/**
 * What seats ask stands in line: few are answered at once, and one of a seat at a time, for two would only be slower. A
 * seat that has heard nothing for a while asks anew to be brought up to date, and waits for the old answer no more: the
 * new question takes the place of the old one. Else a hub that is slow would be busy with what nobody waits for, and no
 * seat would ever be served in time.
 */
export class Questions {
  readonly #answer: Answering;
  readonly #turns = new Turns(AT_ONCE, MOST_WAITING);
  /** by what each seat waits to be brought up to date */
  readonly #latest = new Map<SeatId, Question>();
  /** seats whose turn to be brought up to date is to come */
  readonly #inLine = new Set<SeatId>();

  constructor(answer: Answering) {
    this.#answer = answer;
  }

  /** @returns whether it will be answered: false where this seat waits for too many answers already */
  ask(seat: SeatId, query: Question): boolean {
    if (!bringsUpToDate(query)) return this.#turns.take(seat, () => this.#answer(seat, query, () => true));
    const before = this.#latest.get(seat);
    this.#latest.set(seat, query);
    if (this.#inLine.has(seat)) return true;
    this.#inLine.add(seat);
    if (this.#turns.take(seat, () => this.#bringUpToDate(seat))) return true;
    // Not taken: what is being answered is waited for as before.
    this.#inLine.delete(seat);
    if (before === undefined) this.#latest.delete(seat);
    else this.#latest.set(seat, before);
    return false;
  }

  async #bringUpToDate(seat: SeatId): Promise<void> {
    this.#inLine.delete(seat);
    const query = this.#latest.get(seat);
    if (query === undefined) return;
    const isAwaited = () => this.#latest.get(seat) === query;
    await this.#answer(seat, query, isAwaited);
    if (isAwaited()) this.#latest.delete(seat);
  }
}
