import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codec } from './codec.ts';

const { encode, decode } = codec();
const roundTrip = (value: unknown): unknown => decode(encode(value));

test('any cloneable value comes back as it was', () => {
  const leaf = fc.oneof(
    fc.anything({ maxDepth: 0, withBigInt: true, withDate: true, withTypedArray: true }),
    fc.constantFrom(undefined, null, Number.NaN, -0, Number.POSITIVE_INFINITY),
    fc.uint8Array().map((bytes) => bytes.slice().buffer),
  );
  const tree = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('value')),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$', 'v', 't')), tie('value'), {
        noNullPrototype: true,
      }),
      fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => new Map(entries)),
      fc.array(tie('value')).map((values) => new Set(values)),
    ),
  })).value;
  fc.assert(
    fc.property(tree, (value) => {
      expect(roundTrip(value)).toStrictEqual(value);
    }),
  );
});

test('a view sends its own bytes, and a Buffer arrives as Uint8Array', () => {
  expect(roundTrip(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))).toStrictEqual(new Uint8Array([2, 3]));
  expect(roundTrip(Buffer.from('ab'))).toStrictEqual(new Uint8Array([97, 98]));
});

test('an error keeps its name and message', () => {
  expect(roundTrip(new RangeError('far'))).toMatchObject({ name: 'RangeError', message: 'far' });
});

test.each([() => 1, Symbol('s'), { deep: [() => 1] }])('%o cannot be cloned', (value) => {
  expect(() => encode(value)).toThrow(TypeError);
});
