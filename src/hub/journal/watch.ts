import { GENESIS, type JournalHead } from '../../node/journal/chain.ts';
import type { Log } from '../../node/log/log.ts';
import type { SeatId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Store } from '../store/store.ts';
import { headAt, journalHead, journalize, seatWriter } from './journalize.ts';

/** How a seat's own journal stands to what the hub holds of it. */
export type Accord =
  /** the same, or ahead by entries that are still to come */
  | { readonly kind: 'agrees'; readonly missing: number }
  /** the seat knows less than it has brought: its PC was set back, or set up anew */
  | { readonly kind: 'shortened' }
  /** the same entry is another one there */
  | { readonly kind: 'forked' };

/** @param there the head of the seat's last entry as the hub holds it; undefined where the seat is ahead */
export function accordOf(said: JournalHead, held: number, there: string | undefined): Accord {
  if (said.count > held) return { kind: 'agrees', missing: said.count - held };
  if (there !== said.head) return { kind: 'forked' };
  return said.count < held ? { kind: 'shortened' } : { kind: 'agrees', missing: 0 };
}

/**
 * Compares what seats say of their journals with what is held of them: an entry that disappears at either end is
 * noticed without waiting for the next one. Trouble is logged and journalised when it begins, and counted while it lasts.
 */
export class JournalWatch {
  readonly #store: Store;
  readonly #log: Log;
  readonly #accords = new Map<SeatId, Accord>();

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /** Seats whose journal contradicts what the hub holds. */
  get contradicting(): number {
    return [...this.#accords.values()].filter(({ kind }) => kind !== 'agrees').length;
  }

  /** Entries that seats have and the hub does not, yet. */
  get missing(): number {
    return [...this.#accords.values()].reduce((sum, a) => sum + (a.kind === 'agrees' ? a.missing : 0), 0);
  }

  /**
   * A seat has just said where its journal stands; never what the broker had kept of an earlier moment.
   * @throws StorageError
   */
  async heard(seat: SeatId, said: JournalHead, at: Instant): Promise<void> {
    const writer = seatWriter(seat);
    // In one transaction, in line behind the uploads that came before: they count.
    const { held, there } = await this.#store.db.transaction().execute(async (tx) => ({
      held: await journalHead(tx, writer),
      there: said.count === 0 ? GENESIS : await headAt(tx, writer, said.count),
    }));
    const accord = accordOf(said, held.count, there);
    const before = this.#accords.get(seat)?.kind ?? 'agrees';
    this.#accords.set(seat, accord);
    const { kind } = accord;
    if (kind === before) return;
    const payload = { said: said.count, held: held.count };
    if (kind === 'agrees') return this.#log.info({ seat, ...payload }, 'the journal of a seat agrees again');
    this.#log.error(
      { alert: `journal-${kind}`, seat, ...payload },
      'the journal of a seat contradicts what it brought',
    );
    await this.#store.write((unit) =>
      journalize(unit, { at, action: `journal.${kind}`, seat, target: seat, payload }),
    );
  }
}
