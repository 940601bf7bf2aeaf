/** Flags of PostGIS in the number of a kind: height, measure, system. */
const [Z, M, SRID] = [0x80000000, 0x40000000, 0x20000000];
const KINDS = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'] as const;

const HEX = /^(?:00|01)(?:[\da-f]{2}){20,}$/i;

interface Read {
  readonly type: (typeof KINDS)[number];
  readonly coordinates: unknown;
  readonly next: number;
}

/**
 * Well-known binary in hex, as PostGIS writes a column of geometries (OGC Simple Features; its own flags of EWKB and the
 * thousands of ISO 13249-3 for heights), as a geometry of GeoJSON; undefined where a text is none.
 */
export function fromWkb(text: string): unknown {
  if (!HEX.test(text)) return undefined;
  const bytes = Buffer.from(text, 'hex');
  try {
    const { type, coordinates, next } = geometryAt(
      new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
      0,
    );
    return next === bytes.length ? { type, coordinates } : undefined;
  } catch (error) {
    // It ends too early.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** @throws RangeError where it is none */
function geometryAt(view: DataView, from: number): Read {
  const isLittle = view.getUint8(from) === 1;
  const code = view.getUint32(from + 1, isLittle);
  const plain = code & 0xffff;
  const type = KINDS[(plain % 1_000) - 1];
  if (type === undefined) throw new RangeError('no kind of geometry');
  const more = Math.floor(plain / 1_000);
  const beyond = [(code & Z) !== 0 || more === 1 || more === 3, (code & M) !== 0 || more >= 2];
  const size = 8 * (2 + beyond.filter(Boolean).length);
  let at = from + 5 + ((code & SRID) === 0 ? 0 : 4);
  const point = () => {
    const xy = [view.getFloat64(at, isLittle), view.getFloat64(at + 8, isLittle)];
    at += size;
    return xy;
  };
  const list = <T>(one: () => T): readonly T[] => {
    const count = view.getUint32(at, isLittle);
    at += 4;
    if (count > view.byteLength) throw new RangeError('more than there can be');
    return Array.from({ length: count }, one);
  };
  const part = () => {
    const { coordinates, next } = geometryAt(view, at);
    at = next;
    return coordinates;
  };
  const line = () => list(point);
  const read = [
    point,
    line,
    () => list(line),
    ...Array(3).fill(() => list(part)),
  ] as readonly (() => unknown)[];
  const coordinates = read[KINDS.indexOf(type)]!();
  return { type, coordinates, next: at };
}
