import KDBush from 'kdbush';
import { type CrossingLight, NO_CROSSINGS } from '../crossing/light.ts';
import { distance, type Position } from '../geo/position.ts';
import { junctionKey } from '../geo/street-graph.ts';
import type { StreetPiece } from '../geo/streets.ts';
import { folded as foldedAnew } from '../i18n/folded.ts';
import { circuitListed } from '../lamp/circuit.ts';
import type { DictionaryLamp } from '../lamp/dictionary.ts';
import type { LightingPlan, Where } from './model.ts';

type StreetClass = NonNullable<StreetPiece['properties']['class']>;

/** What of the street graph, and of the crossings on it, a plan may ask for. */
export interface StreetFacts extends Pick<CrossingLight, 'lights'> {
  classOf(lamp: Pick<DictionaryLamp, 'street' | 'commune'>): StreetClass | undefined;
  /** whether a junction is so near, m */
  nearJunction(at: Position, metres: number): boolean;
}

/** Where a lamp stands in a plan. */
export interface PlacedLamp {
  /** in `plan.groups` */
  readonly group: number;
  /** in `plan.floors`; −1 where it has none */
  readonly floor: number;
}

/** A lamp, and the name of the district that it is in. */
type OfCity<T> = (lamp: DictionaryLamp, district: string) => T;

/** @returns says for each lamp its group and its floor */
export function placerOf(plan: LightingPlan, streets: StreetFacts): OfCity<PlacedLamp> {
  const groups = plan.groups.map(({ where }) => fitterOf(where ?? {}, streets));
  const floors = plan.floors
    .map(({ where, level }, floor) => ({ fits: fitterOf(where, streets), level, floor }))
    .toSorted((a, b) => b.level - a.level);
  return (lamp, district) => ({
    group: groups.findIndex((fits) => fits(lamp, district)),
    floor: floors.find(({ fits }) => fits(lamp, district))?.floor ?? -1,
  });
}

type Fits = OfCity<boolean>;

/** A city's lamps name some thousand streets, each asked for by every rule of a plan. */
const FOLDED_KEPT = 10_000;
const foldings = new Map<string, string>();
function folded(name: string): string {
  const known = foldings.get(name);
  if (known !== undefined) return known;
  if (foldings.size >= FOLDED_KEPT) foldings.clear();
  const made = foldedAnew(name);
  foldings.set(name, made);
  return made;
}

/** @returns whether a lamp is among those that are named */
export function fitterOf(where: Where, facts: StreetFacts): Fits {
  const { streets, communes, districts, circuits, cabinets, lamps, classes } = where;
  const { junctionMetres, crossingMetres } = where;
  const among = (list: readonly string[] | undefined, of: OfCity<string | undefined>) => {
    const wanted = list && new Set<string | undefined>(list);
    return wanted === undefined
      ? []
      : [(lamp: DictionaryLamp, district: string) => wanted.has(of(lamp, district))];
  };
  const tests: readonly Fits[] = [
    ...among(streets?.map(folded), ({ street }) => folded(street)),
    ...among(communes?.map(folded), ({ commune }) => commune && folded(commune)),
    ...among(districts?.map(folded), (_, district) => folded(district)),
    ...(circuits === undefined ? [] : [onCircuits(circuits)]),
    ...among(cabinets, ({ cabinet }) => cabinet),
    ...among(lamps, ({ id }) => id),
    ...among(classes, (lamp) => facts.classOf(lamp)),
    ...(junctionMetres === undefined
      ? []
      : [({ position }: DictionaryLamp) => facts.nearJunction(position, junctionMetres)]),
    ...(crossingMetres === undefined ? [] : [ofCrossings(facts.lights(crossingMetres))]),
  ];
  return (lamp, district) => tests.every((test) => test(lamp, district));
}

const ofCrossings =
  (lights: (lamp: Position) => boolean): Fits =>
  ({ position }) =>
    lights(position);

/** A circuit by its name alone is that of every cabinet which has one so called. */
function onCircuits(circuits: NonNullable<Where['circuits']>): Fits {
  const named = new Set(circuits.filter((one) => typeof one === 'string'));
  const ofCabinets = new Set(
    circuits.flatMap((one) => (typeof one === 'string' ? [] : circuitListed(one.circuit, one.cabinet))),
  );
  return ({ circuit, cabinet }) =>
    circuit !== undefined && (named.has(circuit) || ofCabinets.has(circuitListed(circuit, cabinet)));
}

const RANK: readonly StreetClass[] = ['lane', 'street', 'avenue', 'boulevard', 'ring'];
const nameOf = (street: string, commune: string | undefined): string =>
  `${folded(street)} ${folded(commune ?? '')}`;
/** No commune is called so. */
const ANY = '*';
/** Of latitude; enough beyond any reach that a degree of it is looked through. */
const METRES_PER_DEGREE = 111_000;
/** Pieces of street that meet where streets cross or branch; two are one street that goes on. */
const MEET = 3;

/** What the first word of a French street name says of it. */
const CLASS_WORDS: readonly (readonly [StreetClass, RegExp])[] = [
  ['ring', /^(?:rocade|peripherique|boulevard peripherique)\b/],
  ['boulevard', /^(?:boulevard|bvd|bld|bd|cours)\b/],
  ['avenue', /^(?:avenue|ave|av|route|quai)\b/],
  ['lane', /^(?:ruelle|venelle|impasse|passage|sente|sentier|allee)\b/],
];
const classOfName = (name: string): StreetClass | undefined =>
  name === '' ? undefined : (CLASS_WORDS.find(([, word]) => word.test(folded(name)))?.[0] ?? 'street');

/**
 * Reads from a street graph what plans ask. A street of several classes is of the greatest; where the graph says none, as
 * after an import, its name does. Ends of pieces meet as they do for travel times: by the junction's name, else by place.
 */
export function streetFacts(pieces: Iterable<StreetPiece>): StreetFacts {
  const classes = new Map<string, StreetClass>();
  const ends = new Map<string, { readonly at: Position; pieces: number }>();
  for (const { geometry, properties } of pieces) {
    const { name, commune, class: its = classOfName(name), from, to } = properties;
    // Under its commune, and for lamps of which no commune is known under its name alone.
    for (const key of its === undefined ? [] : [nameOf(name, commune), nameOf(name, ANY)]) {
      const known = classes.get(key);
      if (known === undefined || RANK.indexOf(its!) > RANK.indexOf(known)) classes.set(key, its!);
    }
    for (const [id, at] of [
      [from, geometry.coordinates[0]],
      [to, geometry.coordinates.at(-1)],
    ] as const) {
      if (at === undefined) continue;
      const key = junctionKey(id, at);
      const end = ends.get(key);
      if (end === undefined) ends.set(key, { at, pieces: 1 });
      else end.pieces += 1;
    }
  }
  const junctions = [...ends.values()].filter((end) => end.pieces >= MEET).map(({ at }) => at);
  const index = new KDBush(junctions.length);
  for (const [lon, lat] of junctions) index.add(lon, lat);
  index.finish();
  return {
    lights: NO_CROSSINGS.lights,
    // Lists of streets without communes, or of lamps: then a street of the name is the street.
    classOf: ({ street, commune }) =>
      classes.get(nameOf(street, commune)) ??
      classes.get(nameOf(street, commune === undefined ? ANY : undefined)),
    nearJunction: (at, metres) => {
      const [lon, lat] = at;
      const dLat = metres / METRES_PER_DEGREE;
      const dLon = dLat / Math.cos((lat * Math.PI) / 180);
      return index
        .range(lon - dLon, lat - dLat, lon + dLon, lat + dLat)
        .some((i) => distance(junctions[i]!, at) <= metres);
    },
  };
}

/** The same streets, with the pedestrian crossings on them. */
export const withCrossings = (facts: StreetFacts, { lights }: CrossingLight): StreetFacts => ({
  ...facts,
  lights,
});
