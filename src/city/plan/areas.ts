import type { Feature, LineString, Polygon } from 'geojson';
import { toPosition } from './geometry.ts';
import { LINES, POLYGONS } from './terrain.ts';
import type { AreaProperties, Areas, Point } from './types.ts';

type Kind = AreaProperties['kind'];
const position = (p: Point) => [...toPosition(p)];

const lines = (kinds: readonly Kind[]): Feature<LineString, AreaProperties>[] =>
  LINES.filter(({ kind }) => kinds.includes(kind as Kind)).map(({ kind, name, path }) => ({
    type: 'Feature',
    properties: { kind: kind as Kind, name },
    geometry: { type: 'LineString', coordinates: path.map(position) },
  }));

/** Outlines as closed rings, counter-clockwise as RFC 7946 wants them. */
const polygons = (wanted: Kind): Feature<Polygon, AreaProperties>[] =>
  POLYGONS.filter(({ kind }) => kind === wanted).map(({ name, outline }) => {
    const turned = signedArea(outline) > 0 ? outline : [...outline].reverse();
    const ring = [...turned, turned[0]!].map(position);
    return {
      type: 'Feature',
      properties: { kind: wanted, name },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });

function signedArea(outline: readonly Point[]): number {
  return outline.reduce((sum, [x, y], i) => {
    const [nx, ny] = outline[(i + 1) % outline.length]!;
    return sum + (x * ny - nx * y) / 2;
  }, 0);
}

/** Water, parks and railways as GeoJSON: the same for every seed. */
export function baseAreas(): Areas {
  return {
    water: { type: 'FeatureCollection', features: [...lines(['river', 'canal']), ...polygons('lake')] },
    parks: { type: 'FeatureCollection', features: polygons('park') },
    railways: { type: 'FeatureCollection', features: lines(['railway']) },
  };
}
