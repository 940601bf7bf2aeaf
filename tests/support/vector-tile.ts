import { PbfWriter } from 'pbf';

/** A feature of a Mapbox Vector Tile, in units of 4096 a side. */
export interface TestFeature {
  readonly type: 'point' | 'line' | 'area';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly properties: Readonly<Record<string, string>>;
}

const TYPES = { point: 1, line: 2, area: 3 } as const;
const zigzag = (n: number): number => (n << 1) ^ (n >> 31);
const command = (id: number, count: number): number => (id & 7) | (count << 3);

/** Moves, lines and a close, as deltas (Mapbox Vector Tile 2.1, 4.3). */
function geometryOf({ type, points }: TestFeature): number[] {
  const deltas = points.flatMap(([x, y], i) => {
    const [px, py] = points[i - 1] ?? [0, 0];
    return [zigzag(x - px), zigzag(y - py)];
  });
  const first = [command(1, 1), ...deltas.slice(0, 2)];
  if (type === 'point') return first;
  const rest = [command(2, points.length - 1), ...deltas.slice(2)];
  return type === 'line' ? [...first, ...rest] : [...first, ...rest, command(7, 1)];
}

function writeLayer(name: string, features: readonly TestFeature[], pbf: PbfWriter): void {
  const keys: string[] = [];
  const values: string[] = [];
  const at = (list: string[], text: string): number => {
    if (!list.includes(text)) list.push(text);
    return list.indexOf(text);
  };
  pbf.writeStringField(1, name);
  for (const feature of features)
    pbf.writeMessage(
      2,
      (_, to) => {
        const tags = Object.entries(feature.properties).flatMap(([key, value]) => [
          at(keys, key),
          at(values, value),
        ]);
        to.writePackedVarint(2, tags);
        to.writeVarintField(3, TYPES[feature.type]);
        to.writePackedVarint(4, geometryOf(feature));
      },
      undefined,
    );
  for (const key of keys) pbf.writeStringField(3, key);
  for (const value of values) pbf.writeMessage(4, (text, to) => to.writeStringField(1, text), value);
  pbf.writeVarintField(5, 4096);
  pbf.writeVarintField(15, 2);
}

/** A Mapbox Vector Tile of these layers. */
export function vectorTile(layers: Readonly<Record<string, readonly TestFeature[]>>): Uint8Array {
  const pbf = new PbfWriter();
  for (const [name, features] of Object.entries(layers))
    pbf.writeMessage(3, (all, to) => writeLayer(name, all, to), features);
  return pbf.finish();
}
