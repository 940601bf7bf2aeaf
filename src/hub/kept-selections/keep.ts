import type { PersonId } from '../../shared/ids.ts';
import { fitsRoom, KeptSelection, keptId, type SelectionContent } from '../../shared/kept-selection/model.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import type { People } from '../accounts/people.ts';
import type { RoomData } from '../edge/room-data.ts';
import type { Store } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';

/** How long a name that was taken away is known as such: a seat that was alone so long brings it back. */
const GONE_MS = 90 * 86_400_000;

const read = (json: string): KeptSelection => KeptSelection.parse(JSON.parse(json));

interface Said {
  readonly name: string;
  /** none: the name is taken away */
  readonly content: SelectionContent | undefined;
  readonly at: Instant;
}

/** Keeps what a person named, or no longer does, and tells the room once it is committed. @returns whether it fits */
export async function keepSelection(
  unit: Unit,
  person: PersonId,
  { name, content, at }: Said,
  data: Pick<RoomData, 'put' | 'remove'>,
): Promise<boolean> {
  const id = keptId(person, name);
  const rows = await unit.tx
    .selectFrom('kept_selection')
    .select(['id', 'at', 'json'])
    .where('person', '=', person)
    .execute();
  const known = rows.find((row) => row.id === id);
  // It was said before what is known: a seat that was alone brings it now.
  if (known !== undefined && known.at > at) return true;
  const others = rows.flatMap((row) => (row.id === id || row.json === null ? [] : [read(row.json).content]));
  if (content !== undefined && !fitsRoom(content, others)) return false;
  const kept: KeptSelection | undefined = content && { v: 1, id, person, name, content, at };
  const json = kept === undefined ? null : JSON.stringify(kept);
  await unit.tx
    .insertInto('kept_selection')
    .values({ id, person, at, json })
    .onConflict((oc) => oc.column('id').doUpdateSet({ at, json }))
    .execute();
  unit.onCommit(() =>
    kept === undefined ? data.remove('keptSelection', id) : data.put('keptSelection', kept),
  );
  return true;
}

/** Shows what everybody has named; what is of who works here no more, or was taken away long ago, is forgotten. @throws StorageError */
export async function showSelections(
  store: Store,
  people: Pick<People, 'at'>,
  data: Pick<RoomData, 'put'>,
  now: Instant,
): Promise<void> {
  const rows = await store.db.selectFrom('kept_selection').selectAll().execute();
  const before = instant(millis(now) - GONE_MS);
  const isOver = ({ person, json, at }: (typeof rows)[number]): boolean =>
    people.at(person as PersonId, now) === undefined || (json === null && at < before);
  for (const { id } of rows.filter(isOver))
    await store.write(({ tx }) => tx.deleteFrom('kept_selection').where('id', '=', id).execute());
  for (const row of rows) if (row.json !== null && !isOver(row)) data.put('keptSelection', read(row.json));
}
