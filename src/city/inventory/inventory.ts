import type { Crossing } from '../../shared/crossing/model.ts';
import type { GroundArea } from '../../shared/geo/ground.ts';
import type { Landmark } from '../../shared/geo/landmark.ts';
import type { StreetPiece, Streets } from '../../shared/geo/streets.ts';
import type { DistrictId } from '../../shared/ids.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import type { Cabinet } from '../../shared/lamp/supply.ts';
import type { Areas, CityPlan, PlanLookup } from '../plan/index.ts';
import { luminaireOf } from './conversions.ts';

/**
 * The lamps of the plan as a city's lighting service would hand them over: a dictionary for each district.
 * @param year the one that runs: works are planned for the next
 */
export function dictionaries(plan: CityPlan, lookup: PlanLookup, year: number): readonly Dictionary[] {
  return plan.districts.map(({ id, name }) => ({
    v: 1,
    district: id,
    name,
    dictVersion: 1,
    lamps: lookup.lampsOfDistrict(id).map((lamp) => ({
      id: lamp.id,
      position: lamp.position,
      street: lookup.street(lamp.street)?.name ?? lamp.street,
      commune: lamp.commune,
      cabinet: lamp.cabinet,
      circuit: lamp.circuit,
      luminaire: luminaireOf(plan.seed, lamp, year),
    })),
  }));
}

/** The cabinets of the plan. */
export const cabinets = (plan: CityPlan, lookup: PlanLookup): readonly Cabinet[] =>
  plan.cabinets.map(({ id, position, street, commune }) => ({
    id,
    position,
    street: lookup.street(street)?.name ?? street,
    commune,
  }));

/** The pedestrian crossings of the plan, each with the street that is crossed. */
export const crossings = (plan: CityPlan, lookup: PlanLookup): readonly Crossing[] =>
  plan.crossings.map(({ street, ...crossing }) => {
    const { name, commune } = lookup.street(street)!;
    return { ...crossing, street: name, commune };
  });

/** The streets as a graph, each piece with the district whose lamps light it. */
export function streetGraphs(plan: CityPlan, lookup: PlanLookup): readonly Streets[] {
  const litBy = new Map(plan.lamps.map(({ edge, district }) => [edge, district]));
  const pieces = new Map<DistrictId, StreetPiece[]>(plan.districts.map(({ id }) => [id, []]));
  for (const [i, edge] of plan.edges.entries()) {
    const street = lookup.street(edge.street);
    const district = litBy.get(i) ?? lookup.nearestLamp(edge.path[0]!).district;
    pieces.get(district)?.push({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: [...edge.path] },
      properties: {
        name: street?.name ?? '',
        ...(street && { commune: street.commune }),
        class: edge.class,
        length: Math.round(edge.length),
        from: String(edge.from),
        to: String(edge.to),
        ...(edge.oneway && { oneway: edge.oneway }),
      },
    });
  }
  return plan.districts.map(({ id }) => ({
    v: 1,
    district: id,
    type: 'FeatureCollection',
    features: pieces.get(id) ?? [],
  }));
}

/** The places that people name, each with the name of the street that it stands on. */
export const landmarks = ({ places }: CityPlan, lookup: PlanLookup): readonly Landmark[] =>
  places.map(({ kind, street, ...place }) => {
    const name = lookup.street(street)?.name;
    return { ...place, ...(name && { street: name }), category: kind === 'tram' ? 'stop' : kind };
  });

/** How wide the water lines of the demo city are drawn, m. */
const WIDTHS = { river: 28, canal: 14 } as const;

/** Water, parks and railways for the base map. */
export function groundAreas({ areas }: CityPlan): readonly GroundArea[] {
  const ground: GroundArea[] = [];
  const add = (kind: GroundArea['kind'], { geometry, properties: { kind: what, name } }: Feature): void => {
    const width = what === 'river' || what === 'canal' ? { width: WIDTHS[what] } : {};
    const line = (coordinates: GroundArea['coordinates']) =>
      void ground.push({ kind, name, shape: 'line', coordinates, ...width });
    if (geometry.type === 'Polygon')
      ground.push({ kind, name, shape: 'polygon', coordinates: positions(geometry.coordinates[0]!) });
    else line(positions(geometry.coordinates));
  };
  for (const feature of areas.parks.features) add('park', feature);
  for (const feature of areas.water.features) add('water', feature);
  for (const feature of areas.railways.features) add('rail', feature);
  return ground;
}

type Feature = (Areas['water'] | Areas['parks'] | Areas['railways'])['features'][number];
const positions = (of: readonly (readonly number[])[]): GroundArea['coordinates'] =>
  of.map(([lon = 0, lat = 0]) => [lon, lat]);
