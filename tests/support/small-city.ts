import type { Landmark } from '../../src/shared/geo/landmark.ts';
import type { Position } from '../../src/shared/geo/position.ts';
import { Streets } from '../../src/shared/geo/streets.ts';
import { type Dictionary, Dictionary as DictionarySchema } from '../../src/shared/lamp/dictionary.ts';

interface TestStreet {
  readonly district: string;
  readonly name: string;
  readonly from: Position;
  readonly to: Position;
}

/** Six streets round the middle of Dijon: all within the map as it opens, none on top of another. */
const STREETS: readonly TestStreet[] = [
  { district: '01', name: 'rue de la Liberté', from: [5.0345, 47.3232], to: [5.0413, 47.3218] },
  { district: '01', name: 'rue Monge', from: [5.0372, 47.3204], to: [5.0345, 47.3168] },
  { district: '01', name: 'boulevard de Brosses', from: [5.0345, 47.3236], to: [5.0385, 47.3258] },
  { district: '02', name: 'rue Chabot-Charny', from: [5.0422, 47.3206], to: [5.0447, 47.3158] },
  { district: '02', name: 'rue Jeannin', from: [5.0428, 47.3232], to: [5.0485, 47.3242] },
  { district: '02', name: 'boulevard de la Trémouille', from: [5.0402, 47.3262], to: [5.0455, 47.3264] },
];
/** What people call places there. */
export const smallLandmarks: readonly Landmark[] = [
  {
    name: 'arrêt Darcy',
    category: 'stop',
    position: [5.0352, 47.3234],
    street: 'rue de la Liberté',
    commune: 'Dijon',
  },
];
const NAMES: Readonly<Record<string, string>> = { '01': 'Monge', '02': 'Centre-ville' };
/** Along each street. */
const LAMPS = 20;
export const RATED_W = 42;

/** `n` counts from 0 along the street. */
export const lampId = (street: string, n: number): string => `urn:ngsi-ld:Streetlight:${street}:${n}`;

const along = ({ from, to }: TestStreet, share: number): Position => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
];

/** Where a lamp stands. */
export function lampPosition(street: string, n: number): Position {
  const found = STREETS.find(({ name }) => name === street);
  if (found === undefined) throw new RangeError(`no street ${street}`);
  return along(found, n / (LAMPS - 1));
}

/** Two districts of 60 lamps. */
export const smallDictionaries: readonly Dictionary[] = Object.entries(NAMES).map(([district, name]) =>
  DictionarySchema.parse({
    v: 1,
    district,
    name,
    dictVersion: 1,
    lamps: STREETS.filter((street) => street.district === district).flatMap((street) =>
      Array.from({ length: LAMPS }, (_, n) => ({
        id: lampId(street.name, n),
        position: along(street, n / (LAMPS - 1)),
        street: street.name,
        commune: 'Dijon',
        cabinet: `ARM-${street.name}`,
        circuit: `ARM-${street.name}-1`,
        luminaire: { kind: 'LED', power: RATED_W, height: 8 },
      })),
    ),
  }),
);

export const smallStreets: readonly Streets[] = Object.keys(NAMES).map((district) =>
  Streets.parse({
    v: 1,
    district,
    type: 'FeatureCollection',
    features: STREETS.filter((street) => street.district === district).map(({ name, from, to }) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: [from, to] },
      properties: { name, commune: 'Dijon', length: 500 },
    })),
  }),
);

/** Every lamp of the small city. */
export const smallLamps: readonly string[] = STREETS.flatMap(({ name }) =>
  Array.from({ length: LAMPS }, (_, n) => lampId(name, n)),
);
