import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gather } from '../../../tests/support/gather.ts';
import { inPages, PAGE_BYTES, pageText, type Rows } from './pages.ts';

type List = 'tickets' | 'events';
const read = async function* (chunks: readonly Rows<List>[]) {
  yield* chunks;
};
const chunk = fc.record({
  list: fc.constantFrom<List>('tickets', 'events'),
  rows: fc.array(fc.string({ maxLength: 40 })),
});

it('keeps every row, in order and in its list, and no page above its size unless a row alone is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(chunk), fc.integer({ min: 10, max: 100 }), async (chunks, bytes) => {
      const pages = await gather(inPages(read(chunks), 'events', bytes));
      expect(pages.map(({ more }) => more)).toEqual(pages.map((_, i) => i + 1 < pages.length));
      const flat = (of: readonly Rows<List>[]) =>
        of.flatMap(({ list, rows }) => rows.map((row) => [list, row]));
      expect(flat(pages)).toEqual(flat(chunks));
      for (const { rows } of pages)
        if (rows.length > 1) expect(Buffer.byteLength(rows.join(','))).toBeLessThanOrEqual(bytes);
    }),
  );
});

it('makes JSON of rows that are JSON, within 256 KiB with its own fields', async () => {
  const rows = Array.from({ length: 3_000 }, (_, n) => JSON.stringify({ n, text: 'é'.repeat(80) }));
  const pages = await gather(inPages(read([{ list: 'events', rows }]), 'events'));
  const texts = pages.map((page) => pageText({ v: 1, code: 'OK' }, { events: page.rows, tickets: [] }));
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(PAGE_BYTES);
  const events = texts.flatMap((text) => (JSON.parse(text) as { events: { n: number }[] }).events);
  expect(events.map(({ n }) => n)).toEqual(rows.map((_, n) => n));
});

it('is one empty page where there is nothing', async () => {
  const pages = await gather(inPages(read([]), 'tickets'));
  expect(pages).toEqual([{ list: 'tickets', rows: [], more: false }]);
});
