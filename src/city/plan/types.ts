import type { FeatureCollection, LineString, Polygon } from 'geojson';
import type { Position } from '../../shared/geo/position.ts';
import type { CabinetId, CrossingId, DistrictId, LampId } from '../../shared/ids.ts';

/** Position in the plane of the demo city: metres east and north of its centre. */
export type Point = readonly [x: number, y: number];

/** What a street is to the lighting engineer; `ring` is the dual carriageway around the city. */
export type StreetClass = 'boulevard' | 'avenue' | 'street' | 'lane' | 'ring';

/** A junction or the end of a cul-de-sac; its index in `CityPlan.nodes` is its id. */
export type Node = { readonly position: Position };

/** A piece of street between two nodes; its index in `CityPlan.edges` is its id. */
export type Edge = {
  readonly from: number;
  readonly to: number;
  readonly street: string;
  /** from `from` to `to`, both included */
  readonly path: readonly Position[];
  /** metres */
  readonly length: number;
  /** metres from the start of the street to `from` */
  readonly start: number;
  readonly class: StreetClass;
  /** vehicles may pass in the order of `path` only, or against it only; both ways without it */
  readonly oneway?: 'yes' | '-1';
};

/** A named street within one commune, its edges in the order of the house numbers. */
export type Street = {
  readonly id: string;
  readonly name: string;
  readonly commune: string;
  readonly class: StreetClass;
  readonly length: number;
  readonly edges: readonly number[];
};

export type Lamp = {
  readonly id: LampId;
  /** WGS 84, six decimals (0.1 m) */
  readonly position: Position;
  readonly street: string;
  readonly edge: number;
  /** metres from the start of the street, and the side seen from there */
  readonly along: number;
  readonly side: 'left' | 'right';
  readonly commune: string;
  readonly circuit: string;
  readonly cabinet: CabinetId;
  readonly district: DistrictId;
  /** place in the frames of its district, 0 … n-1 */
  readonly index: number;
  /** rated power in W, mounting height in m, named as in the dictionary on the wire */
  readonly luminaire: { readonly kind: 'LED'; readonly power: number; readonly height: number };
};

/** A lighting control cabinet: the feed of about fifty lamps over two to four circuits. */
export type Cabinet = {
  readonly id: CabinetId;
  readonly position: Position;
  readonly district: DistrictId;
  readonly street: string;
  readonly commune: string;
  readonly circuits: readonly string[];
};

export type District = { readonly id: DistrictId; readonly name: string; readonly center: Position };

export type PlaceKind =
  | 'square'
  | 'tram'
  | 'school'
  | 'townHall'
  | 'church'
  | 'station'
  | 'park'
  | 'hospital';
/** A place people name on the telephone, with the street it stands on. */
export type Place = {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly commune: string;
  readonly street: string;
  readonly position: Position;
};

/** A pedestrian crossing, with the id of the street that is crossed. */
export type Crossing = { readonly id: CrossingId; readonly position: Position; readonly street: string };

export type Commune = {
  readonly name: string;
  readonly population: number;
  readonly position: Position;
};

export type AreaProperties = {
  readonly kind: 'river' | 'canal' | 'railway' | 'lake' | 'park';
  readonly name: string;
};

/** The base map's skeleton, each a GeoJSON collection (RFC 7946). */
export type Areas = {
  readonly water: FeatureCollection<LineString | Polygon, AreaProperties>;
  readonly parks: FeatureCollection<Polygon, AreaProperties>;
  readonly railways: FeatureCollection<LineString, AreaProperties>;
};

/** The whole demo city; the same seed always gives the same plan. */
export type CityPlan = {
  readonly seed: number;
  readonly communes: readonly Commune[];
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly streets: readonly Street[];
  readonly lamps: readonly Lamp[];
  readonly cabinets: readonly Cabinet[];
  readonly districts: readonly District[];
  readonly areas: Areas;
  readonly places: readonly Place[];
  readonly crossings: readonly Crossing[];
};
