import type { PersonId } from '../../shared/ids.ts';
import { mergeViews } from '../../shared/queue-view/merge.ts';
import { type NamedView, QueueViews } from '../../shared/queue-view/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { People } from '../accounts/people.ts';
import type { RoomData } from '../edge/room-data.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';

async function readViews(db: Db, person: PersonId): Promise<readonly NamedView[]> {
  const row = await db
    .selectFrom('queue_views')
    .select('json')
    .where('person', '=', person)
    .executeTakeFirst();
  return row === undefined ? [] : QueueViews.parse(JSON.parse(row.json)).views;
}

/** Puts a view among those of a person, and tells the room once it is committed: their console may be at another seat. */
export async function keepView(
  unit: Unit,
  person: PersonId,
  view: NamedView,
  data: Pick<RoomData, 'put'>,
): Promise<void> {
  const views = mergeViews(await readViews(unit.tx, person), [view]);
  const kept: QueueViews = { v: 1, id: person, views: [...views] };
  const json = JSON.stringify(kept);
  await unit.tx
    .insertInto('queue_views')
    .values({ person, json })
    .onConflict((oc) => oc.column('person').doUpdateSet({ json }))
    .execute();
  unit.onCommit(() => data.put('queueViews', kept));
}

/** Shows what everybody has named; what is of who works here no more is forgotten. @throws StorageError */
export async function showViews(
  store: Store,
  people: Pick<People, 'at'>,
  data: Pick<RoomData, 'put'>,
  now: Instant,
): Promise<void> {
  const rows = await store.db.selectFrom('queue_views').selectAll().execute();
  const gone = rows.filter(({ person }) => people.at(person as PersonId, now) === undefined);
  if (gone.length > 0)
    await store.write(({ tx }) =>
      tx
        .deleteFrom('queue_views')
        .where(
          'person',
          'in',
          gone.map(({ person }) => person),
        )
        .execute(),
    );
  for (const row of rows)
    if (!gone.includes(row)) data.put('queueViews', QueueViews.parse(JSON.parse(row.json)));
}
