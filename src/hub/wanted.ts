import type { Camera } from '../shared/camera/model.ts';
import { GROUND, type Ground } from '../shared/geo/ground.ts';
import { topics } from '../shared/wire/topic.ts';
import type { People } from './accounts/people.ts';
import type { Inventory } from './lighting/inventory.ts';

/** What the broker shall retain for seats: topic → payload. */
export function wantedOnBroker(
  { dictionaries, streets }: Inventory,
  cameras: Iterable<Camera>,
  people: People,
  ground: Ground | undefined,
): ReadonlyMap<string, string> {
  const wanted = new Map<string, string>();
  for (const dictionary of dictionaries)
    wanted.set(topics.dictionary(dictionary.district), JSON.stringify(dictionary));
  for (const graph of streets) wanted.set(topics.streets(graph.district), JSON.stringify(graph));
  for (const camera of cameras) wanted.set(topics.camera(camera.id), JSON.stringify(camera));
  for (const person of people.current()) wanted.set(topics.data('person', person.id), JSON.stringify(person));
  if (ground !== undefined) wanted.set(topics.data(GROUND.kind, GROUND.id), JSON.stringify(ground));
  return wanted;
}
