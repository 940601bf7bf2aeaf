import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { TileAddress } from '../../../../../shared/geo/tile.ts';
import { type Drawn, drawnAs, nameOf, placeAs } from './kinds.ts';

/** Every tile is decoded to a square of so many units a side, whatever its own. */
export const EXTENT = 4096;
const AREA = 3;

/** A place that a tile names, in normalised Web Mercator. */
export interface TilePlace {
  readonly name: string;
  readonly kind: 'commune' | 'quarter';
  readonly x: number;
  readonly y: number;
}

export interface DecodedTile {
  readonly shapes: ReadonlyMap<Drawn, Path2D>;
  readonly places: readonly TilePlace[];
}

/** Reads a Mapbox Vector Tile (2.1) into what is drawn of it. @throws where it is none */
export function decodeTile(bytes: Uint8Array, address: TileAddress): DecodedTile {
  const shapes = new Map<Drawn, Path2D>();
  const places: TilePlace[] = [];
  for (const [name, layer] of Object.entries(new VectorTile(new PbfReader(bytes)).layers))
    for (let i = 0; i < layer.length; i++) {
      const feature = layer.feature(i);
      const { properties, type } = feature;
      const drawn = drawnAs(name, properties, type === AREA);
      if (drawn !== undefined) {
        const path = shapes.get(drawn) ?? new Path2D();
        shapes.set(drawn, path);
        add(path, feature, type === AREA);
      }
      const place = placeOf(name, feature, address);
      if (place !== undefined) places.push(place);
    }
  return { shapes, places };
}

function add(path: Path2D, feature: VectorTileFeature, isArea: boolean): void {
  const scale = EXTENT / feature.extent;
  for (const line of feature.loadGeometry()) {
    for (const [i, { x, y }] of line.entries())
      if (i === 0) path.moveTo(x * scale, y * scale);
      else path.lineTo(x * scale, y * scale);
    if (isArea) path.closePath();
  }
}

function placeOf(layer: string, feature: VectorTileFeature, { z, x, y }: TileAddress): TilePlace | undefined {
  const kind = placeAs(layer, feature.properties);
  const name = nameOf(feature.properties);
  if (kind === undefined || name === undefined) return undefined;
  const at = feature.loadGeometry()[0]?.[0];
  if (at === undefined) return undefined;
  const side = 2 ** z;
  return { name, kind, x: (x + at.x / feature.extent) / side, y: (y + at.y / feature.extent) / side };
}
