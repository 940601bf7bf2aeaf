import proj4 from 'proj4';

/** Conic conformal zones of France, one for each degree of latitude: CC42 to CC50 are EPSG 3942 to 3950 (IGN). */
const ZONES = [42, 43, 44, 45, 46, 47, 48, 49, 50] as const;

export const KNOWN_CRS = [
  'EPSG:4326',
  'EPSG:2154',
  ...ZONES.map((zone) => `EPSG:39${zone}` as const),
  'EPSG:3857',
] as const;
export type Crs = (typeof KNOWN_CRS)[number];

/** How the numbers of a file are to be read. */
export interface System {
  readonly crs: Crs;
  /** undefined: as its format has them */
  readonly axes: 'lonlat' | 'latlon' | undefined;
}

const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
proj4.defs(
  'EPSG:2154',
  `+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 ${GRS80}`,
);
for (const zone of ZONES) {
  const y = (zone - 41) * 1_000_000 + 200_000;
  proj4.defs(
    `EPSG:39${zone}`,
    `+proj=lcc +lat_1=${zone - 0.75} +lat_2=${zone + 0.75} +lat_0=${zone} +lon_0=3 +x_0=1700000 +y_0=${y} ${GRS80}`,
  );
}

const converters = new Map<Crs, (xy: [number, number]) => number[]>();

/** About a centimetre: finer digits are noise of the calculation, and would be a change at each import. */
const DIGITS = 1e7;
const rounded = (degrees: number): number => Math.round(degrees * DIGITS) / DIGITS;

/**
 * @returns longitude and latitude in WGS 84, degrees, not yet known to be a place on earth; undefined where there is
 * none for it
 */
export function toWgs84(crs: Crs, x: number, y: number): readonly [number, number] | undefined {
  let convert = converters.get(crs);
  if (convert === undefined) {
    const { forward } = proj4(crs, 'EPSG:4326');
    convert = crs === 'EPSG:4326' ? (xy) => xy : (xy) => forward(xy);
    converters.set(crs, convert);
  }
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  const [lon = Number.NaN, lat = Number.NaN] = convert([x, y]);
  return Number.isFinite(lon) && Number.isFinite(lat) ? [rounded(lon), rounded(lat)] : undefined;
}

/** The system that a GeoJSON file of before RFC 7946 names, such as `urn:ogc:def:crs:EPSG::2154`. */
export function crsNamed(name: string): Crs | undefined {
  if (/CRS84$/i.test(name)) return 'EPSG:4326';
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1];
  return KNOWN_CRS.find((crs) => crs === `EPSG:${code}`);
}
