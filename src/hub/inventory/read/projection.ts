import proj4 from 'proj4';

/** A coordinate system by its code in EPSG's register, one of those that `isKnown`. */
export type Crs = `EPSG:${number}`;

/** Those that a French city's files are in, and that numbers of no place in their own one are tried in. */
export const USUAL_CRS = [
  'EPSG:4326',
  'EPSG:2154',
  // Conic conformal zones of France, one for each degree of latitude: CC42 to CC50.
  ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map((zone) => `EPSG:39${zone}` as Crs),
  'EPSG:27572',
  ...[30, 31, 32].map((zone) => `EPSG:326${zone}` as Crs),
  'EPSG:3857',
] as const satisfies readonly Crs[];

/** How the numbers of a file are to be read. */
export interface System {
  readonly crs: Crs;
  /** undefined: as its format has them */
  readonly axes: 'lonlat' | 'latlon' | undefined;
}

const METRES = '+units=m +no_defs';
const GRS80 = `+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 ${METRES}`;
/** The French system of before 1993, moved as a whole: up to some metres beside what a grid of corrections would give. */
const NTF = `+a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +pm=paris ${METRES}`;
const LAMBERT_93 = `+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 ${GRS80}`;
const DEGREES = '+proj=longlat +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +no_defs';

function conicZone(zone: number): string {
  const y = (zone - 41) * 1_000_000 + 200_000;
  return `+proj=lcc +lat_1=${zone - 0.75} +lat_2=${zone + 0.75} +lat_0=${zone} +lon_0=3 +x_0=1700000 +y_0=${y} ${GRS80}`;
}

/** Lambert I, II and III, with the number of the zone before the northing, or without. */
function lambertZone(zone: number, northing: number): string {
  const [latitude, scale] = [
    [49.5, 0.999877341],
    [46.8, 0.99987742],
    [44.1, 0.999877499],
  ][zone - 1]!;
  return `+proj=lcc +lat_1=${latitude} +lat_0=${latitude} +lon_0=0 +k_0=${scale} +x_0=600000 +y_0=${northing} ${NTF}`;
}

/** Systems by the beginnings of their codes (EPSG; IGN, « Systèmes de référence usités en France »), newer realisations of one as that one. */
const SYSTEMS: readonly (readonly [RegExp, (zone: number) => string])[] = [
  // WGS 84, RGF93 in its three realisations, ETRS89: the same to some decimetres.
  [/^(?:4326|4979|4171|4965|9777|9782|4258)$/, () => DEGREES],
  [/^(?:2154|9793|9794)$/, () => LAMBERT_93],
  [/^39(4[2-9]|50)$/, conicZone],
  [/^98(2[2-9]|30)$/, (code) => conicZone(code + 20)],
  [/^98(4[2-9]|50)$/, conicZone],
  [/^2756([1-3])$/, (zone) => lambertZone(zone, 200_000)],
  [/^2757([1-3])$/, (zone) => lambertZone(zone, zone * 1_000_000 + 200_000)],
  [/^326(0[1-9]|[1-5]\d|60)$/, (zone) => `+proj=utm +zone=${zone} +datum=WGS84 ${METRES}`],
  [/^327(0[1-9]|[1-5]\d|60)$/, (zone) => `+proj=utm +zone=${zone} +south +datum=WGS84 ${METRES}`],
  [/^258(2[89]|3[0-8])$/, (zone) => `+proj=utm +zone=${zone} ${GRS80}`],
  // Guadeloupe and Martinique, Guiana, La Réunion, Mayotte.
  [/^(?:5490|4559)$/, () => `+proj=utm +zone=20 ${GRS80}`],
  [/^2972$/, () => `+proj=utm +zone=22 ${GRS80}`],
  [/^2975$/, () => `+proj=utm +zone=40 +south ${GRS80}`],
  [/^4471$/, () => `+proj=utm +zone=38 +south ${GRS80}`],
];

function definitionOf(crs: string): string | undefined {
  const code = /^EPSG:(\d+)$/.exec(crs)?.[1] ?? '';
  if (code === '3857') return 'EPSG:3857';
  for (const [codes, define] of SYSTEMS) {
    const found = codes.exec(code);
    if (found !== null) return define(Number(found[1]));
  }
  return undefined;
}

export const isKnown = (crs: string): crs is Crs => definitionOf(crs) !== undefined;

type Converter = (xy: [number, number]) => number[];
const converters = new Map<Crs, Converter>();

function converterOf(crs: Crs): Converter {
  const known = converters.get(crs);
  if (known !== undefined) return known;
  const definition = definitionOf(crs);
  const made: Converter =
    definition === undefined || definition === DEGREES ? (xy) => xy : proj4(definition, 'EPSG:4326').forward;
  converters.set(crs, made);
  return made;
}

/** About a centimetre: finer digits are noise of the calculation, and would be a change at each import. */
const DIGITS = 1e7;
const rounded = (degrees: number): number => Math.round(degrees * DIGITS) / DIGITS;

/**
 * @returns longitude and latitude in WGS 84, degrees, not yet known to be a place on earth; undefined where there is
 * none for it
 */
export function toWgs84(crs: Crs, x: number, y: number): readonly [number, number] | undefined {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  const [lon = Number.NaN, lat = Number.NaN] = converterOf(crs)([x, y]);
  return Number.isFinite(lon) && Number.isFinite(lat) ? [rounded(lon), rounded(lat)] : undefined;
}

/**
 * The system that a GeoJSON file of before RFC 7946 names, such as `urn:ogc:def:crs:EPSG::2154` or
 * `http://www.opengis.net/def/crs/EPSG/0/2154`.
 */
export function crsNamed(name: string): Crs | undefined {
  if (/CRS84h?$/i.test(name)) return 'EPSG:4326';
  const code = /EPSG[:/](?:[\d.]*[:/])?(\d+)$/i.exec(name)?.[1];
  const crs = `EPSG:${code}`;
  return isKnown(crs) ? crs : undefined;
}
