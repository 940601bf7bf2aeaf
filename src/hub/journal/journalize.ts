import { chain, GENESIS, type JournalFact, type JournalHead } from '../../node/journal/chain.ts';
import type { JournalEntry } from '../../shared/wire/journal.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Db, Tx } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';

/** Whose journal: the hub's own, or one that a seat sends. */
export const HUB_WRITER = 'hub';
export const seatWriter = (seat: string): string => `seat:${seat}`;

export async function journalHead(db: Db, writer: string): Promise<JournalHead> {
  const row = await db
    .selectFrom('journal_head')
    .select(['count', 'head'])
    .where('writer', '=', writer)
    .executeTakeFirst();
  return row ?? { count: 0, head: GENESIS };
}

/** The head that the chain had with its `n`th entry; undefined where that is not here. */
export async function headAt(db: Db, writer: string, n: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('journal')
    .select('json')
    .where('writer', '=', writer)
    .where('n', '=', n)
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.json) as { head: string }).head;
}

/**
 * Writes entries that have been verified or made here, and moves the writer's head.
 * @param at when they are kept: how long is counted from then, not by the clock of who wrote them
 */
export async function keepEntries(
  tx: Tx,
  writer: string,
  entries: readonly JournalEntry[],
  at: Instant,
): Promise<void> {
  const last = entries.at(-1);
  if (last === undefined) return;
  await tx
    .insertInto('journal')
    .values(entries.map((e) => ({ writer, n: e.n, at, action: e.action, json: JSON.stringify(e) })))
    .execute();
  const moved = { count: last.n, head: last.head };
  await tx
    .insertInto('journal_head')
    .values({ writer, ...moved })
    .onConflict((oc) => oc.column('writer').doUpdateSet(moved))
    .execute();
}

/**
 * The one way into the hub's journal (main courante): within the transaction of what it tells of, so that
 * nothing happens unrecorded and nothing is recorded that did not happen.
 */
export async function journalize(unit: Unit, fact: JournalFact): Promise<void> {
  const head = await journalHead(unit.tx, HUB_WRITER);
  await keepEntries(unit.tx, HUB_WRITER, [chain(head, fact)], fact.at);
}
