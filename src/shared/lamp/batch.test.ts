import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BatchWriter, readBatch } from './batch.ts';

type Row = [slot: number, index: number, word: number, observedAt: number];
const u16 = fc.integer({ min: 0, max: 0xffff });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const row: fc.Arbitrary<Row> = fc.tuple(u16, u16, u32, u32);

function rowsOf(bytes: Uint8Array): Row[] {
  const rows: Row[] = [];
  readBatch(bytes).forEach((...fields) => void rows.push(fields));
  return rows;
}

test('what is pushed is read, however much it had to grow, and the writer starts anew', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.array(row, { maxLength: 5 }), (first, second) => {
      const writer = new BatchWriter(1);
      for (const fields of first) writer.push(...fields);
      const taken = writer.take(true);
      for (const fields of second) writer.push(...fields);
      expect(rowsOf(writer.take())).toEqual(second);
      expect(rowsOf(taken)).toEqual(first);
      expect(readBatch(taken).full).toBe(true);
    }),
  );
});

test('bytes that are no batch are a defect, said aloud', () => {
  expect(() => readBatch(new Uint8Array(9))).toThrow(RangeError);
});
