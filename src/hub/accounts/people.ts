import type { PersonId } from '../../shared/ids.ts';
import { Person } from '../../shared/rights/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { Store } from '../store/store.ts';
import { closeOf } from './sessions.ts';

interface Since {
  readonly since: string;
  /** absent: the person had left by then */
  readonly person?: Person;
}

/** Whoever is known when the room begins has always been: commands made before the hub's first start count. */
const ALWAYS = '1970-01-01T00:00:00.000Z' as Instant;

/** The people of the room and what they might do at any time: late commands are judged by the rights of then. */
export class People {
  readonly #history: ReadonlyMap<string, readonly Since[]>;

  constructor(history: ReadonlyMap<string, readonly Since[]>) {
    this.#history = history;
  }

  /** The person as of `at`; undefined where unknown then. */
  at(id: PersonId, at: Instant): Person | undefined {
    return this.#history.get(id)?.findLast(({ since }) => since <= at)?.person;
  }

  /** Those of today. */
  current(): readonly Person[] {
    return [...this.#history.values()].flatMap((records) => records.at(-1)?.person ?? []);
  }

  /** Those who have left: their retained data is to be removed. */
  gone(): readonly PersonId[] {
    return [...this.#history].filter(([, records]) => !records.at(-1)?.person).map(([id]) => id as PersonId);
  }
}

/**
 * Brings the accounts to what the configuration says: new and changed records begin `at`, those missing end
 * then and their sessions are closed.
 * @throws StorageError
 */
export const importPeople = (store: Store, declared: readonly Person[], at: Instant): Promise<People> =>
  store.write(async ({ tx }) => {
    const rows = await tx.selectFrom('person').selectAll().orderBy('since').execute();
    const history = new Map<string, Since[]>();
    for (const { id, since, json } of rows) {
      const record = json === null ? { since } : { since, person: Person.parse(JSON.parse(json)) };
      history.set(id, [...(history.get(id) ?? []), record]);
    }
    const put = async (id: string, since: string, person: Person | undefined) => {
      history.set(id, [...(history.get(id) ?? []), person === undefined ? { since } : { since, person }]);
      const json = person === undefined ? null : JSON.stringify(person);
      const row = { id, since, json };
      await tx
        .insertInto('person')
        .values(row)
        .onConflict((oc) => oc.columns(['id', 'since']).doUpdateSet({ json }))
        .execute();
    };
    for (const person of declared) {
      const last = history.get(person.id)?.at(-1);
      if (last === undefined) await put(person.id, ALWAYS, person);
      else if (JSON.stringify(last.person) !== JSON.stringify(person)) await put(person.id, at, person);
    }
    const ids = new Set<string>(declared.map(({ id }) => id));
    for (const [id, records] of history) {
      if (ids.has(id) || records.at(-1)?.person === undefined) continue;
      await put(id, at, undefined);
      await closeOf(tx, id, at);
    }
    return new People(history);
  });
