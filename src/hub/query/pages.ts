/** A page stays this small, so that one catch-up never holds up the broker's other messages. */
export const PAGE_BYTES = 256 * 1024;
/** Room for the page's own fields. */
const FRAME_BYTES = 1_024;

/**
 * Groups rows of JSON text into lists of at most a page, in order. A row that is longer than a page travels
 * alone.
 * @returns at least one list, perhaps empty
 */
export function paginate(
  rows: readonly string[],
  bytes = PAGE_BYTES - FRAME_BYTES,
): readonly (readonly string[])[] {
  const pages: string[][] = [[]];
  let size = 0;
  for (const row of rows) {
    const length = Buffer.byteLength(row) + 1;
    if (size > 0 && size + length > bytes) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)!.push(row);
    size += length;
  }
  return pages;
}

/** A page of which the rows are JSON already: they are put in as they were stored, not parsed again. */
export function pageText(
  fields: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, readonly string[]>>,
): string {
  const head = JSON.stringify(fields);
  const tail = Object.entries(lists).map(([name, rows]) => `,${JSON.stringify(name)}:[${rows.join(',')}]`);
  return `${head.slice(0, -1)}${tail.join('')}}`;
}
