import { GROUND } from '../shared/geo/ground.ts';
import { type Listed, type Listing, listingTopic } from '../shared/wire/listing.ts';
import { topics } from '../shared/wire/topic.ts';
import type { Imported } from './imports.ts';

/** What the broker shall retain for seats and nothing changes while the hub runs: topic → payload. */
export function wantedOnBroker({
  cameras,
  people,
  ground,
}: Omit<Imported, 'inventory'>): ReadonlyMap<string, string> {
  const wanted = new Map<string, string>();
  const persons = people.current();
  // First: a seat that connects meanwhile must not find an entry that its listing doesn't have.
  const list = (kind: Listed, ids: readonly string[]) =>
    wanted.set(listingTopic(kind), JSON.stringify({ v: 1, ids: [...ids] } satisfies Listing));
  list(
    'person',
    persons.map(({ id }) => id),
  );
  list('camera', [...cameras.keys()]);
  for (const camera of cameras.values()) wanted.set(topics.camera(camera.id), JSON.stringify(camera));
  for (const person of persons) wanted.set(topics.data('person', person.id), JSON.stringify(person));
  if (ground !== undefined) wanted.set(topics.data(GROUND.kind, GROUND.id), JSON.stringify(ground));
  return wanted;
}
