import type { Position } from '../geo/position.ts';
import type { Camera } from './model.ts';
import { seesPlace } from './sight.ts';

/** Something that stands in a street, by whatever the caller knows it. */
export interface StreetThing<K> {
  readonly key: K;
  readonly position: Position;
  /** empty where nobody says which */
  readonly street: string;
}

/** What stands in a camera's field of view. */
export interface FieldOfView<K> {
  readonly things: readonly K[];
  /** in which they stand, that of most of them first */
  readonly streets: readonly string[];
}

/** Of what stands about a camera that which it looks at, by its entry in the catalogue; what is between is not known. */
export function fieldOfView<K>(
  camera: Pick<Camera, 'position' | 'azimuth' | 'fieldOfView' | 'range'>,
  about: Iterable<StreetThing<K>>,
): FieldOfView<K> {
  const things: K[] = [];
  const count = new Map<string, number>();
  for (const { key, position, street } of about) {
    if (!seesPlace(camera, position)) continue;
    things.push(key);
    if (street !== '') count.set(street, (count.get(street) ?? 0) + 1);
  }
  return {
    things,
    streets: [...count].toSorted((a, b) => b[1] - a[1]).map(([street]) => street),
  };
}
