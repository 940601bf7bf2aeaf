import { sql } from 'kysely';
import { searchTerms } from '../../shared/ticket/search-text.ts';
import type { ArchiveMark } from '../../shared/wire/query.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Db } from '../store/tables.ts';

/** Looked at in one go, a few milliseconds: commands have their turn in between. */
const ROWS = 1_000;

export interface Found {
  /** ids of tickets, the latest closed first */
  readonly ids: readonly string[];
  /** where to go on; undefined where all has been looked at */
  readonly next: ArchiveMark | undefined;
}

/**
 * Searches tickets closed before `limit.closedBefore`, the latest closed first, in pieces. A plain text and LIKE, for
 * that is the same on SQLite and PostgreSQL; the pieces see to it that no claim waits for a search.
 * @throws StorageError
 */
export async function searchArchive(
  db: Db,
  text: string,
  limit: { readonly closedBefore: Instant; readonly behind?: ArchiveMark | undefined; readonly most: number },
): Promise<Found> {
  const terms = searchTerms(text);
  const ids: string[] = [];
  if (terms.length === 0) return { ids, next: undefined };
  let behind = limit.behind;
  for (;;) {
    const piece = await archived(db, limit.closedBefore, behind, ROWS);
    const last = piece.at(-1);
    if (last === undefined) return { ids, next: undefined };
    const hits = await matching(
      db,
      piece.map(({ id }) => id),
      terms,
    );
    for (const { id, closed_at } of piece) {
      if (!hits.has(id)) continue;
      ids.push(id);
      if (ids.length === limit.most) return { ids, next: markOf(id, closed_at) };
    }
    if (piece.length < ROWS) return { ids, next: undefined };
    behind = markOf(last.id, last.closed_at);
  }
}

const markOf = (id: string, closedAt: string | null): ArchiveMark =>
  ({ id, closedAt: closedAt ?? '' }) as ArchiveMark;

/** By the index on state and end alone: no ticket is read. */
const archived = (db: Db, closedBefore: Instant, behind: ArchiveMark | undefined, most: number) =>
  db
    .selectFrom('ticket')
    .select(['id', 'closed_at'])
    .where('state', '=', 'closed')
    .where('closed_at', '<', closedBefore)
    .$if(behind !== undefined, (tickets) =>
      tickets
        .where('closed_at', '<=', behind!.closedAt)
        .where((eb) => eb.or([eb('closed_at', '<', behind!.closedAt), eb('id', '<', behind!.id)])),
    )
    .orderBy('closed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();

async function matching(
  db: Db,
  ids: readonly string[],
  terms: readonly string[],
): Promise<ReadonlySet<string>> {
  let query = db.selectFrom('ticket_text').select('id').where('id', 'in', ids);
  // Terms are letters and digits: none of LIKE's own signs is among them.
  for (const term of terms) query = query.where(sql<boolean>`(about || said) LIKE ${`% ${term}%`}`);
  const rows = await query.execute();
  return new Set(rows.map(({ id }) => id));
}
