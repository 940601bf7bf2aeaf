import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fromWkb } from './wkb.ts';

const words = (little: boolean, ...parts: readonly (readonly ['u8' | 'u32' | 'f64', number])[]): string =>
  parts
    .map(([size, value]) => {
      const bytes = Buffer.alloc({ u8: 1, u32: 4, f64: 8 }[size]);
      if (size === 'u8') bytes.writeUInt8(value);
      else if (size === 'u32') little ? bytes.writeUInt32LE(value) : bytes.writeUInt32BE(value);
      else little ? bytes.writeDoubleLE(value) : bytes.writeDoubleBE(value);
      return bytes.toString('hex');
    })
    .join('');
const head = (little: boolean, code: number) => words(little, ['u8', little ? 1 : 0], ['u32', code]);
const point = (little: boolean, ...numbers: readonly number[]) =>
  words(little, ...numbers.map((n) => ['f64', n] as const));

describe('a column of PostGIS', () => {
  // select 'SRID=4326;POINT(5.04 47.32)'::geometry, as the manual of PostGIS shows its form.
  const ewkb = '0101000020E6100000295C8FC2F5281440295C8FC2F5A84740';

  test.each<[string, string, unknown]>([
    ['a point with its system', ewkb, { type: 'Point', coordinates: [5.04, 47.32] }],
    [
      'a point in the other order of bytes',
      head(false, 1) + point(false, 5.04, 47.32),
      { type: 'Point', coordinates: [5.04, 47.32] },
    ],
    [
      'a point with a height',
      head(true, 0x80000001) + point(true, 5.04, 47.32, 245),
      { type: 'Point', coordinates: [5.04, 47.32] },
    ],
    [
      'a point with a height, by ISO',
      head(true, 1_001) + point(true, 5.04, 47.32, 245),
      { type: 'Point', coordinates: [5.04, 47.32] },
    ],
    [
      'a line',
      head(true, 2) + words(true, ['u32', 2]) + point(true, 5, 47, 6, 48),
      {
        type: 'LineString',
        coordinates: [
          [5, 47],
          [6, 48],
        ],
      },
    ],
    [
      'several points',
      head(true, 4) + words(true, ['u32', 1]) + head(true, 1) + point(true, 5, 47),
      { type: 'MultiPoint', coordinates: [[5, 47]] },
    ],
  ])('%s', (_name, hex, geometry) => {
    expect(fromWkb(hex)).toEqual(geometry);
    expect(fromWkb(hex.toUpperCase())).toEqual(geometry);
  });

  it('is none where it is torn, longer than it says, or another text', () => {
    for (let cut = 2; cut < ewkb.length; cut += 2) expect(fromWkb(ewkb.slice(0, cut))).toBeUndefined();
    expect(fromWkb(`${ewkb}00`)).toBeUndefined();
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 21, maxLength: 80 }),
        fc.integer({ min: 0, max: 7 }),
        (bytes, kind) => {
          const hex = `01${words(true, ['u32', kind])}${Buffer.from(bytes).toString('hex')}`;
          expect(() => fromWkb(hex)).not.toThrow();
        },
      ),
    );
    expect(fromWkb('POINT(5 47)')).toBeUndefined();
  });
});
