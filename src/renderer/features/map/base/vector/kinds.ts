/** What is drawn of vector tiles, from bottom to top. */
export const DRAWN = ['park', 'water', 'river', 'block', 'path', 'minor', 'main', 'rail'] as const;
export type Drawn = (typeof DRAWN)[number];

type Properties = Readonly<Record<string, string | number | boolean>>;

const GREEN =
  /^(park|forest|wood|grass|grassland|garden|meadow|cemetery|nature_reserve|golf_course|pitch|village_green|recreation_ground|scrub|allotments|orchard|vineyard)$/;
const MAIN = /^(highway|major_road|motorway|trunk|primary|secondary)$/;
const MINOR = /^(minor_road|medium_road|tertiary|minor|service|residential|living_street|unclassified)$/;
const PATH = /^(path|track|pedestrian|footway|cycleway)$/;
const RAIL = /^(rail|transit|light_rail|tram)$/;

/**
 * What a feature is drawn as, in either of the two schemas that files come in: Protomaps (`kind`) and OpenMapTiles
 * (`class`). What is in neither is left out: a background says little.
 */
export function drawnAs(layer: string, properties: Properties, isArea: boolean): Drawn | undefined {
  const kind = String(properties.kind ?? properties.class ?? '');
  switch (layer) {
    case 'landuse':
    case 'landcover':
    case 'park':
      return isArea && (layer === 'park' || GREEN.test(kind)) ? 'park' : undefined;
    case 'water':
      return isArea ? 'water' : 'river';
    case 'waterway':
      return 'river';
    case 'buildings':
    case 'building':
      return isArea ? 'block' : undefined;
    case 'roads':
    case 'transportation':
      return isArea ? undefined : roadAs(kind);
    default:
      return undefined;
  }
}

function roadAs(kind: string): Drawn | undefined {
  if (MAIN.test(kind)) return 'main';
  if (MINOR.test(kind)) return 'minor';
  if (PATH.test(kind)) return 'path';
  return RAIL.test(kind) ? 'rail' : undefined;
}

const TOWN = /^(locality|city|town|village)$/;
const QUARTER = /^(neighbourhood|macrohood|suburb|quarter|hamlet)$/;

/** Whether a place is a commune or a part of one; undefined for what is not named on a city's map. */
export function placeAs(layer: string, properties: Properties): 'commune' | 'quarter' | undefined {
  if (layer !== 'places' && layer !== 'place') return undefined;
  const kind = String(properties.kind ?? properties.class ?? '');
  if (TOWN.test(kind)) return 'commune';
  return QUARTER.test(kind) ? 'quarter' : undefined;
}

/** A name as the operators say it. */
export function nameOf(properties: Properties): string | undefined {
  const name = properties['name:fr'] ?? properties.name;
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined;
}
