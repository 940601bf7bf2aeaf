import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PAGE_BYTES, pageText, paginate } from './pages.ts';

it('keeps every row, in order, and no page above its size unless a row alone is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 40 })), fc.integer({ min: 10, max: 100 }), (rows, bytes) => {
      const pages = paginate(rows, bytes);
      expect(pages.length).toBeGreaterThan(0);
      expect(pages.flat()).toEqual(rows);
      for (const page of pages)
        if (page.length > 1) expect(Buffer.byteLength(page.join(','))).toBeLessThanOrEqual(bytes);
    }),
  );
});

it('makes JSON of rows that are JSON, within 256 KiB with its own fields', () => {
  const rows = Array.from({ length: 3_000 }, (_, n) => JSON.stringify({ n, text: 'é'.repeat(80) }));
  const pages = paginate(rows).map((page) => pageText({ v: 1, code: 'OK' }, { events: page, tickets: [] }));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(Buffer.byteLength(page)).toBeLessThanOrEqual(PAGE_BYTES);
  const events = pages.flatMap((page) => (JSON.parse(page) as { events: { n: number }[] }).events);
  expect(events.map(({ n }) => n)).toEqual(rows.map((_, n) => n));
});
