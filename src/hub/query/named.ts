import type { JournalFact } from '../../node/journal/chain.ts';
import type { SeatId, SessionId } from '../../shared/ids.ts';
import type { Person } from '../../shared/rights/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { People } from '../accounts/people.ts';
import { authorOf, identify } from '../desk/identify.ts';
import { journalize } from '../journal/journalize.ts';
import type { Store } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import { pagesText, type Rows, refusedText, type Verdict } from './pages.ts';

/** Whose question it is, and when the hub heard it. */
export interface Asked {
  readonly seat: SeatId;
  readonly session: SessionId;
  readonly at: Instant;
}
export type Fact = Pick<JournalFact, 'action' | 'target' | 'payload'>;

/**
 * Who asks must sit there now, and may; whatever came of it, the journal has it before anything leaves.
 * @param fact what the journal says of it @throws StorageError
 */
export async function admit(
  unit: Unit,
  people: People,
  { seat, session, at }: Asked,
  judge: (person: Person) => Verdict,
  fact: (verdict: Verdict) => Fact,
): Promise<Verdict> {
  const who = await identify(unit, { session, madeAt: at }, { seat, at }, { people, lateMs: 0 }, 'refused');
  const { code, field } = who.ok ? judge(who.person) : who.outcome;
  const verdict = { code, ...(field !== undefined && { field }) };
  await journalize(unit, { at, seat, ...authorOf(who), ...fact(verdict) });
  return verdict;
}

interface Answer<L extends string> {
  readonly judge: (person: Person) => Verdict;
  readonly fact: (verdict: Verdict) => Fact;
  readonly lists: readonly [L, ...L[]];
  /** read only where it may be answered */
  readonly rows: () => AsyncIterable<Rows<L>>;
}

/** The pages that answer a question asked by somebody, as JSON text. @throws StorageError */
export async function* answerNamed<L extends string>(
  { store, people }: { readonly store: Store; readonly people: People },
  seat: SeatId,
  { query, type, session }: { readonly query: string; readonly type: string; readonly session: SessionId },
  at: Instant,
  { judge, fact, lists, rows }: Answer<L>,
): AsyncGenerator<string> {
  const verdict = await store.write((unit) => admit(unit, people, { seat, session, at }, judge, fact));
  const base = { v: 1, query, type, epoch: store.epoch, head: store.seq };
  if (verdict.code !== 'OK') return yield refusedText(base, verdict, lists);
  yield* pagesText(base, rows(), lists);
}

/** Not longer than that, nor the wrong way round. */
export const within = (length: number, longest: number): Verdict =>
  length > 0 && length <= longest ? { code: 'OK' } : { code: 'INVALID', field: 'to' };
